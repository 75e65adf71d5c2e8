using PatchScribe.Diffs;
using PatchScribe.Mail;

namespace PatchScribe.Threads;

/// <summary>
/// A patch as mailed: number in its series (null for a single patch), title without brackets, the commit log (with
/// trailers, without the in-body headers), the text between <c>---</c> and the diff, and the diff itself.
/// Line numbers are 1-based in <see cref="MailMessage.Body"/>.
/// </summary>
public sealed record MailedPatch
{
    /// <summary>The mail, or null when the patch is missing in the source.</summary>
    public MailMessage? Message { get; init; }

    /// <summary>n of n/m, or null.</summary>
    public int? Index { get; init; }

    /// <summary>Subject without prefixes and brackets.</summary>
    public required string Title { get; init; }

    /// <summary>Author after in-body From and un-munging.</summary>
    public required MailAddress Author { get; init; }

    /// <summary>Body of the commit log, trailers included, no trailing blank line.</summary>
    public string Log { get; init; } = "";

    /// <summary>Line of the mail body at which the log starts, 1-based.</summary>
    public int LogLine { get; init; } = 1;

    /// <summary>What stands below <c>---</c> and above the diff (changelog, diffstat).</summary>
    public string Notes { get; init; } = "";

    /// <summary>Line of the mail body at which the diff starts, 1-based; 0 without a diff.</summary>
    public int DiffLine { get; init; }

    /// <summary>Text of the diff, empty without one.</summary>
    public string Diff { get; init; } = "";

    /// <summary>The diff read.</summary>
    public IReadOnlyList<FileChange> Files { get; init; } = [];

    /// <summary>Stable patch-id (git-patch-id(1)) of the diff, or null without one.</summary>
    public string? PatchId { get; init; }

    /// <summary>True when the number is announced and no mail of the source fills it.</summary>
    public bool Missing { get; init; }
}

/// <summary>One version of a series: its cover letter, patches in order, and the rule that put them together.</summary>
public sealed record PatchSeries
{
    /// <summary>Title of the cover letter, else of the first patch.</summary>
    public required string Subject { get; init; }

    /// <summary>Version as stated (1 when none is); v5.1 is 5.1.</summary>
    public required decimal Version { get; init; }

    /// <summary>Who sent the series.</summary>
    public required MailAddress Author { get; init; }

    /// <summary>The cover letter, or null.</summary>
    public MailMessage? Cover { get; init; }

    /// <summary>m of n/m; number of patches when unstated.</summary>
    public required int Expected { get; init; }

    /// <summary>Every n of 1..m is there.</summary>
    public required bool Complete { get; init; }

    /// <summary>Version that this one replaces, or null.</summary>
    public decimal? Supersedes { get; init; }

    /// <summary>The rule that grouped the mails: references, time-window, single, resend, partial-reroll, pull-request ...</summary>
    public required string GroupedBy { get; init; }

    /// <summary>How sure the grouping is: 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Patches in order of their number, missing ones included.</summary>
    public required IReadOnlyList<MailedPatch> Patches { get; init; }

    /// <summary>patches, pull-request, backport or robot.</summary>
    public string Kind { get; init; } = "patches";
}

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

    /// <summary>Series, older versions first.</summary>
    public required IReadOnlyList<PatchSeries> Series { get; init; }

    /// <summary>Trailers given in replies.</summary>
    public required IReadOnlyList<TrailerGiven> Trailers { get; init; }
}
