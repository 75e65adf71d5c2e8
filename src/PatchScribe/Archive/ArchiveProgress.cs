namespace PatchScribe.Archive;

/// <summary>How far an ingest is: what it does (<c>mails</c> or <c>discussions</c>), steps done, steps in all (0: not known), and where.</summary>
public sealed record ArchiveProgress(string Phase, long Done, long Total, string Source);
