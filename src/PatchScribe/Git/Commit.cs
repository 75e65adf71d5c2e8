using PatchScribe.Mail;

namespace PatchScribe.Git;

/// <summary>A commit: full id, parents, people, times in UTC, and the message as stored (LF, no trailing newline).</summary>
public sealed record Commit(
    string Id,
    IReadOnlyList<string> Parents,
    MailAddress Author,
    DateTimeOffset AuthorDate,
    MailAddress Committer,
    DateTimeOffset CommitDate,
    string Message)
{
    /// <summary>The first 12 characters of the id, as logs cite commits.</summary>
    public string ShortId => Id[..12];

    /// <summary>First paragraph of the message on one line, as <c>git log --format=%s</c> prints it.</summary>
    public string Subject
    {
        get
        {
            var end = Message.IndexOf("\n\n", StringComparison.Ordinal);
            return (end < 0 ? Message : Message[..end]).Replace('\n', ' ').Trim();
        }
    }
}
