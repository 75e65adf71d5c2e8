using PatchScribe.Diagnostics;
using PatchScribe.Mail;

namespace PatchScribe.Archive.Queries;

/// <summary>A mail that a search found: Message-ID, author, subject, time (UTC, null: not known).</summary>
public sealed record FoundMail(string MessageId, MailAddress Author, string Subject, DateTimeOffset? Date)
{
    /// <summary>The row of the mail.</summary>
    internal long Id { get; init; }
}

/// <summary>The newest mails that a query asks for, and what there is to say about them.</summary>
public sealed record SearchResult(IReadOnlyList<FoundMail> Mails, IReadOnlyList<Diagnostic> Diagnostics);
