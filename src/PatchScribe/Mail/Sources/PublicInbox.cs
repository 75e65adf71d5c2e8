using System.Globalization;
using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Plumbing;

namespace PatchScribe.Mail.Sources;

/// <summary>
/// A public-inbox (public-inbox-v2-format(5), public-inbox-v1-format(5)): a directory with the epochs <c>git/N.git</c>, its
/// <c>all.git</c>, one epoch or a v1 repository. Mails come in the order in which they were added, epoch by epoch;
/// deleted ones do not come. Nothing in a repository is run.
/// </summary>
internal sealed class PublicInbox
{
    private readonly string name;
    private readonly IReadOnlyList<string> epochs;

    private PublicInbox(string name, IReadOnlyList<string> epochs) => (this.name, this.epochs) = (name, epochs);

    /// <summary>The repositories, oldest first.</summary>
    public IReadOnlyList<string> Repositories => epochs;

    /// <summary>True for the directory of a bare repository, or one with a work tree.</summary>
    public static bool IsRepository(string path) => IsBare(path) || Path.Exists(Path.Combine(path, ".git"));

    /// <summary>The inbox at a path; null when there is none, as for a repository that holds no mail.</summary>
    public static PublicInbox? Find(string path)
    {
        var found = Epochs(path) is { Count: > 0 } inside ? inside
            : Epochs(Path.Combine(path, "git")) is { Count: > 0 } own ? own
            : Alternates(path) is { Count: > 0 } shared ? shared
            : IsRepository(path) ? [path] : [];
        return found.Any(InboxHistory.HoldsMail) ? new PublicInbox(path, found) : null;
    }

    /// <summary>The mails, oldest first.</summary>
    public IEnumerable<RawMail> Read()
    {
        var removals = Removals();
        for (var i = 0; i < epochs.Count; i++)
        {
            var history = InboxHistory.Read(epochs[i]);
            history.Remove(removals[i]);
            using var blobs = new BlobStream(epochs[i], history);
            foreach (var (id, bytes, size) in blobs.Read())
            {
                yield return size < 0 ? RawMail.Skip(DiagnosticIds.MailObjectMissing, $"the repository lacks mail {id}", epochs[i])
                    : bytes is null ? RawMail.Skip(DiagnosticIds.MailTooLarge, $"mail {id} of {size} bytes skipped, the limit is {MailLimits.MessageBytes}", epochs[i])
                    : new RawMail(bytes, name, null) { ObjectId = id };
            }
        }
    }

    /// <summary>What later epochs delete from each epoch; read backwards, because a deletion stands behind what it deletes.</summary>
    private List<string>[] Removals()
    {
        var result = new List<string>[epochs.Count];
        var open = new List<string>();
        for (var i = epochs.Count - 1; i >= 0; i--)
        {
            result[i] = open;
            if (i > 0)
            {
                var history = InboxHistory.Read(epochs[i]);
                open = [.. history.Remove(open), .. history.Unmatched];
            }
        }

        return result;
    }

    private static bool IsBare(string path) =>
        File.Exists(Path.Combine(path, "HEAD")) && Directory.Exists(Path.Combine(path, "objects"));

    /// <summary>The repositories <c>N.git</c> in a folder, by their numbers.</summary>
    private static List<string> Epochs(string folder) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateDirectories(folder, "*.git")
            .Where(path => int.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, null, out _) && IsBare(path))
            .OrderBy(path => int.Parse(Path.GetFileNameWithoutExtension(path), NumberStyles.None))];

    /// <summary>The epochs that an <c>all.git</c> borrows its objects from (gitrepository-layout(5)).</summary>
    private static List<string> Alternates(string path)
    {
        var file = Path.Combine(path, "objects", "info", "alternates");
        return !IsBare(path) || !File.Exists(file) || HasCommits(path) ? [] :
            [.. File.ReadLines(file, Encoding.UTF8)
                .Select(line => Path.GetDirectoryName(Path.GetFullPath(line, Path.Combine(path, "objects"))))
                .OfType<string>().Where(IsBare)
                .OrderBy(repository => int.TryParse(Path.GetFileNameWithoutExtension(repository), out var number) ? number : int.MaxValue)];
    }

    private static bool HasCommits(string path) => GitProcess.Run(path, out _, "rev-parse", "--verify", "--quiet", "HEAD") is not null;
}
