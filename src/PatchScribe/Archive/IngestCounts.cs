using PatchScribe.Diagnostics;

namespace PatchScribe.Archive;

/// <summary>
/// What an ingest did: mails read, of these new ones, copies of mails that were there already, mails seen before at the same place,
/// skipped ones (each with a diagnostic), and mails removed because their source removed them.
/// </summary>
public sealed record IngestCounts(int Read, int Added, int Copies, int Known, int Skipped, int Removed, IReadOnlyList<Diagnostic> Diagnostics);
