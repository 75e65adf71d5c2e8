namespace PatchScribe.Diffs;

/// <summary>What happens to a file in a diff (git-diff(1), extended header lines).</summary>
public enum FileChangeKind
{
    /// <summary>Content or mode changes, path stays.</summary>
    Modified,

    /// <summary>The file appears.</summary>
    Added,

    /// <summary>The file vanishes.</summary>
    Deleted,

    /// <summary>The path changes, content may.</summary>
    Renamed,

    /// <summary>A copy of another file, content may change.</summary>
    Copied,
}

/// <summary>Role of a line in a hunk.</summary>
public enum DiffLineKind
{
    /// <summary>On both sides.</summary>
    Context,

    /// <summary>Only after.</summary>
    Added,

    /// <summary>Only before.</summary>
    Removed,
}

/// <summary>
/// One line of a hunk: text without the mark and the line end; 1-based line numbers on the sides where it stands;
/// <see cref="SourceLine"/> is the 1-based line of the diff text.
/// </summary>
public sealed record DiffLine(DiffLineKind Kind, string Text, int? OldLine, int? NewLine, int SourceLine, bool NoNewlineAtEnd = false);

/// <summary>One hunk: 1-based starts and lengths as stated in its header, the section heading (function) behind the second @@.</summary>
public sealed record Hunk(int OldStart, int OldLength, int NewStart, int NewLength, string Section, IReadOnlyList<DiffLine> Lines, int SourceLine);

/// <summary>
/// One file of a change. Hunks come from a diff; <see cref="OldText"/> and <see cref="NewText"/> are the complete
/// versions when a repository was at hand (null: not known, or the side does not exist).
/// </summary>
public sealed record FileChange
{
    /// <summary>What happens to the file.</summary>
    public required FileChangeKind Kind { get; init; }

    /// <summary>Path before, null when added.</summary>
    public string? OldPath { get; init; }

    /// <summary>Path after, null when deleted.</summary>
    public string? NewPath { get; init; }

    /// <summary>The path to call the file by: after, else before.</summary>
    public string Path => NewPath ?? OldPath ?? "";

    /// <summary>Octal mode before, as git prints it, if stated.</summary>
    public string? OldMode { get; init; }

    /// <summary>Octal mode after, as git prints it, if stated.</summary>
    public string? NewMode { get; init; }

    /// <summary>Blob id before, as abbreviated in the diff, if stated.</summary>
    public string? OldBlob { get; init; }

    /// <summary>Blob id after, as abbreviated in the diff, if stated.</summary>
    public string? NewBlob { get; init; }

    /// <summary>True for a binary change.</summary>
    public bool Binary { get; init; }

    /// <summary>The lines above the first hunk as they stood in the diff, empty when the change was not read from one.</summary>
    public IReadOnlyList<string> HeaderLines { get; init; } = [];

    /// <summary>Hunks in order.</summary>
    public IReadOnlyList<Hunk> Hunks { get; init; } = [];

    /// <summary>Lines of all hunks in order.</summary>
    public IEnumerable<DiffLine> Lines => Hunks.SelectMany(hunk => hunk.Lines);

    /// <summary>The whole file before, LF line ends, or null.</summary>
    public string? OldText { get; init; }

    /// <summary>The whole file after, LF line ends, or null.</summary>
    public string? NewText { get; init; }

    /// <summary>True when both existing sides are known completely.</summary>
    public bool Complete => (OldPath is null || OldText is not null) && (NewPath is null || NewText is not null);
}
