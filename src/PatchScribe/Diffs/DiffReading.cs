using PatchScribe.Diagnostics;

namespace PatchScribe.Diffs;

/// <summary>Files of a diff text in order, the 1-based line at which the first one starts (0: none), and what was wrong.</summary>
public sealed record DiffReading(IReadOnlyList<FileChange> Files, int FirstLine, IReadOnlyList<Diagnostic> Diagnostics);
