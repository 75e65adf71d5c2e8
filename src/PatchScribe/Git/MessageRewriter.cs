using System.Diagnostics;
using System.Text;
using PatchScribe.Diagnostics;

namespace PatchScribe.Git;

/// <summary>
/// Gives a commit another message through git itself, with the user's own configuration and hooks: HEAD by
/// <c>git commit --amend</c>, an older commit of an unpublished branch by an <c>amend!</c> commit and <c>git rebase
/// --autosquash</c>. The tree, the author and the author's date stay. What git refuses is an <see cref="InputException"/>, and
/// the branch is then as it was.
/// </summary>
public sealed class MessageRewriter(string directory)
{
    /// <summary>Refuses what must not be rewritten: something staged, a published or merged commit, a rebase under way.</summary>
    public void Check(string commit)
    {
        if (Run(out _, "diff", "--cached", "--quiet", "HEAD") != 0)
        {
            throw new InputException("something is staged; only the message may change", "commit or unstage it first (git restore --staged .)");
        }

        if (commit == Head())
        {
            return;
        }

        if (Run(out _, "merge-base", "--is-ancestor", commit, "HEAD") != 0)
        {
            throw new InputException($"commit {commit[..12]} is not on the branch that is checked out", "check its branch out");
        }

        if (Run(out var remotes, "branch", "--remotes", "--contains", commit) == 0 && remotes.Trim().Length > 0)
        {
            throw new InputException($"commit {commit[..12]} is published: {remotes.Trim().Split('\n')[0].Trim()} has it", "publish a new version instead, or rewrite it by hand");
        }

        if (Run(out var merges, "rev-list", "--merges", $"{commit}..HEAD") == 0 && merges.Trim().Length > 0)
        {
            throw new InputException($"there are merges between {commit[..12]} and HEAD", "rewrite the message with git rebase --rebase-merges");
        }

        if (Run(out _, "diff", "--quiet") != 0)
        {
            throw new InputException("the work tree has changes, and an older commit is rewritten by a rebase", "commit or stash them first");
        }
    }

    /// <summary>Rewrites the message and returns the command that undoes it.</summary>
    public string Rewrite(string commit, string message)
    {
        Check(commit);
        var head = Head();
        if (commit == head)
        {
            Must(message, "commit", "--amend", "--allow-empty", "--quiet", "--cleanup=whitespace", "-F", "-");
        }
        else
        {
            Rebase(commit, message, head);
        }

        return $"git reset --soft {head}";
    }

    private void Rebase(string commit, string message, string head)
    {
        Must($"amend! {commit}\n\n{message}", "commit", "--allow-empty", "--no-verify", "--quiet", "--cleanup=whitespace", "-F", "-");
        var root = Run(out _, "rev-parse", "--verify", "--quiet", commit + "^") != 0;
        if (Run(out var output, "", ["rebase", "--interactive", "--autosquash", "--quiet", root ? "--root" : commit + "^"]) == 0)
        {
            return;
        }

        Run(out _, "rebase", "--abort");
        Run(out _, "reset", "--soft", head);
        throw new InputException($"git rebase failed: {output.Trim()}", "nothing was changed");
    }

    private string Head() => Run(out var id, "rev-parse", "--verify", "HEAD") == 0 ? id.Trim() : throw new InputException($"{directory} has no commit", "make one first");

    private void Must(string input, params string[] arguments)
    {
        if (Run(out var output, input, arguments) != 0)
        {
            throw new InputException($"git {arguments[0]} failed: {output.Trim()}", "nothing was changed");
        }
    }

    private int Run(out string output, params string[] arguments) => Run(out output, "", arguments);

    private int Run(out string output, string input, string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        foreach (var argument in (string[])["-C", directory, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["GIT_EDITOR"] = start.Environment["GIT_SEQUENCE_EDITOR"] = "true";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        output = text.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult();
        return process.ExitCode;
    }
}
