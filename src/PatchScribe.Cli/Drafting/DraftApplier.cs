using PatchScribe.Diagnostics;
using PatchScribe.Git;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Drafting;

/// <summary>Gives commits of the repository their drafted logs (<c>--apply</c>): shows the change first, prints the command that undoes it.</summary>
internal static class DraftApplier
{
    private const int MaxCommits = 200;

    public static int Apply(DraftSet set, string? repo, string? revision)
    {
        var rewriter = new MessageRewriter(repo ?? ".");
        foreach (var one in set.Drafts.Where(one => one.Draft.Kind == "patch"))
        {
            // Each rewrite gives the commits behind it new ids, so the commit is looked up when it is its turn.
            using var git = GitRepository.Open(repo ?? ".");
            var commit = one.Commit ?? Find(git, one, revision, set.Drafts.Count == 1);
            if (one.Draft.Text.TrimEnd('\n') == commit.Message.TrimEnd('\n'))
            {
                Console.Out.WriteLine($"{commit.ShortId} has this message already");
                continue;
            }

            rewriter.Check(commit.Id);
            Console.Out.Write(DraftTextRenderer.Diff(one.Draft with { PresentText = commit.Message.TrimEnd('\n') + "\n" }));
            var undo = rewriter.Rewrite(commit.Id, one.Draft.Text);
            Console.Out.WriteLine($"rewrote the message of {commit.ShortId}; undo: {undo}");
        }

        return 0;
    }

    /// <summary>The commit of a mailed patch: the one named, else the newest of the branch with the patch's title.</summary>
    private static Commit Find(GitRepository git, Drafted one, string? revision, bool single)
    {
        if (revision is not null && single)
        {
            return git.ReadCommit(revision);
        }

        var title = one.Patch?.Title ?? one.Draft.Subject;
        var head = git.ReadCommit("HEAD");
        for (var (commit, left) = (head, MaxCommits); left > 0; left--)
        {
            if (commit.Subject.Equals(title, StringComparison.OrdinalIgnoreCase) || commit.Subject == one.Draft.Subject)
            {
                return commit;
            }

            if (commit.Parents.Count == 0)
            {
                break;
            }

            commit = git.ReadCommit(commit.Parents[0]);
        }

        throw new InputException($"no commit of the branch has the title \"{title}\"", single ? "name it with --commit REV" : "apply the series first (git am), or draft one patch with --message-id and --commit");
    }
}
