using PatchScribe.Diagnostics;
using PatchScribe.Mail;

namespace PatchScribe.Threads;

/// <summary>
/// A trailer that somebody gave: to which patch (its Message-ID), in which mail, and its state: given, conditional,
/// retracted, mismatch, nack or dropped. <see cref="Note"/> holds the condition, the qualifier or the reason.
/// </summary>
public sealed record TrailerGiven(
    string PatchMessageId,
    string GivenByMessageId,
    string Token,
    string Value,
    string State,
    string? Note);

/// <summary>
/// A mail that a program wrote, or that reports what was done with a patch: commit-notice (tip-bot), backport (stable),
/// test-report, applied, robot. It takes no part in review.
/// </summary>
public sealed record MailNotice(string MessageId, string Kind);

/// <summary>
/// Everything that the series in it tie together: threads, series with all versions in the source (oldest version
/// first), trailers. Messages are in thread order.
/// </summary>
public sealed record Discussion
{
    /// <summary>Message-ID of the first message.</summary>
    public required string RootMessageId { get; init; }

    /// <summary>Subject of the newest series, else of the root message.</summary>
    public required string Subject { get; init; }

    /// <summary>Threads by date of their first message.</summary>
    public required IReadOnlyList<MailThread> Threads { get; init; }

    /// <summary>All messages of the threads, by date, then Message-ID.</summary>
    public required IReadOnlyList<MailMessage> Messages { get; init; }

    /// <summary>Series, older versions first; where there are several lines of versions, the one that the discussion is about comes last.</summary>
    public required IReadOnlyList<PatchSeries> Series { get; init; }

    /// <summary>Trailers given in replies.</summary>
    public required IReadOnlyList<TrailerGiven> Trailers { get; init; }

    /// <summary>Mails of robots, and notes that a patch was applied.</summary>
    public IReadOnlyList<MailNotice> Notices { get; init; } = [];

    /// <summary>Repeated Message-IDs, versions whose dates run backwards.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Message-IDs of the mails that programs wrote.</summary>
    public IReadOnlySet<string> RobotMails() =>
        Notices.Where(notice => NoticeFinder.IsRobotKind(notice.Kind)).Select(notice => notice.MessageId).ToHashSet(StringComparer.Ordinal);
}
