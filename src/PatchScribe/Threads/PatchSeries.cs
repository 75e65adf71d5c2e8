using PatchScribe.Mail;

namespace PatchScribe.Threads;

/// <summary>A line such as <c>base-commit:</c>, <c>Based-on:</c> or <c>prerequisite-patch-id:</c>: what a series says it needs.</summary>
public sealed record SeriesDependency(string Token, string Value);

/// <summary>One version of a series: its cover letter, patches in order, and the rules that put them together.</summary>
public sealed record PatchSeries
{
    /// <summary>Message-ID of the cover letter, else of the first patch in the source that is not kept from the version before.</summary>
    public required string Id { get; init; }

    /// <summary>Title of the cover letter, else of the first patch.</summary>
    public required string Subject { get; init; }

    /// <summary>Version as stated (1 when none is); v5.1 is 5.1.</summary>
    public required decimal Version { get; init; }

    /// <summary>Who sent the series.</summary>
    public required MailAddress Author { get; init; }

    /// <summary>When its first mail was sent, UTC, or null.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The cover letter, or null.</summary>
    public MailMessage? Cover { get; init; }

    /// <summary>m of n/m; number of patches when unstated.</summary>
    public required int Expected { get; init; }

    /// <summary>Patches that are in the source; more than <see cref="Expected"/> when an extra one ([PATCH 3/2]) joined.</summary>
    public int Seen => Patches.Count(patch => !patch.Missing);

    /// <summary>Every n of 1..m is there.</summary>
    public required bool Complete { get; init; }

    /// <summary>Version that this one replaces, or null.</summary>
    public decimal? Supersedes { get; init; }

    /// <summary><see cref="Id"/> of the series that this one replaces, or null.</summary>
    public string? PreviousId { get; init; }

    /// <summary><see cref="Id"/> of a series of the same version that this one sends once more, or null.</summary>
    public string? ResendOf { get; init; }

    /// <summary>The rule that found the series replaced or sent once more: change-id, supersedes, title, thread, patch-id or time-window; or null.</summary>
    public string? LinkedBy { get; init; }

    /// <summary>The rule that grouped the mails: references, thread, time-window, single, resend, partial-reroll.</summary>
    public required string GroupedBy { get; init; }

    /// <summary>How sure the grouping is: 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>How sure the link to the series replaced is: 0 to 1.</summary>
    public double LinkConfidence { get; init; } = 1;

    /// <summary>Patches in order of their number, missing ones included.</summary>
    public required IReadOnlyList<MailedPatch> Patches { get; init; }

    /// <summary>What the series says it needs.</summary>
    public IReadOnlyList<SeriesDependency> Dependencies { get; init; } = [];

    /// <summary>patches, pull-request or stable-review.</summary>
    public string Kind { get; init; } = "patches";

    /// <summary>A request for comments.</summary>
    public bool Rfc { get; init; }
}
