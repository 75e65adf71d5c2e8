using PatchScribe.Mail;

namespace PatchScribe.Archive.Discussions;

/// <summary>
/// One line of the list of discussions. <see cref="Version"/>, <see cref="Patches"/> and <see cref="Expected"/> are of the newest
/// version, null and 0 without patches; <see cref="DaysQuiet"/> counts whole days since the last mail; <see cref="Awaiting"/> is author, reviewer or null.
/// </summary>
public sealed record ThreadLine
{
    /// <summary>Message-ID of the first message.</summary>
    public required string RootMessageId { get; init; }

    /// <summary>Subject of the newest series, else of the first message.</summary>
    public required string Subject { get; init; }

    /// <summary>Author of the newest series, or null.</summary>
    public MailAddress? Author { get; init; }

    /// <summary>Version of the newest series, such as 2 or 5.1.</summary>
    public string? Version { get; init; }

    /// <summary>Patches of the newest version in the archive.</summary>
    public int Patches { get; init; }

    /// <summary>Patches that it announces.</summary>
    public int Expected { get; init; }

    /// <summary>Mails of the discussion.</summary>
    public int Messages { get; init; }

    /// <summary>First mail, UTC.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>Last mail, UTC.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>Whole days since the last mail, or null.</summary>
    public int? DaysQuiet { get; init; }

    /// <summary>Tags given to the newest version.</summary>
    public required IReadOnlyList<TagCount> Trailers { get; init; }

    /// <summary>Review points that wait for the author.</summary>
    public int OpenPoints { get; init; }

    /// <summary>Whose turn it is.</summary>
    public string? Awaiting { get; init; }
}
