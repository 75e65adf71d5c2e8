namespace PatchScribe.Archive;

/// <summary>What the archive holds of one source: its kind, its location, and the mails found there.</summary>
public sealed record SourceStats(string Kind, string Location, long Mails);

/// <summary>What is in an archive. Sizes are in bytes: of the mails as they were sent, and of the file; times are UTC.</summary>
public sealed record ArchiveStats(
    IReadOnlyList<SourceStats> Sources,
    long Mails,
    long Discussions,
    long Series,
    long MailBytes,
    long FileBytes,
    DateTimeOffset? First,
    DateTimeOffset? Last);
