using PatchScribe.Diffs;

namespace PatchScribe.Conditionals.Code;

/// <summary>Both versions of a changed C file, each read once for all who compare them.</summary>
internal sealed class CodeChange
{
    private static readonly string[] Conditionals = ["if", "ifdef", "ifndef", "elif", "elifdef", "elifndef", "else", "endif"];

    private readonly Lazy<bool> touchesDirectives;

    private CodeChange(FileChange file, SegmentCache? cache)
    {
        File = file;
        Map = new LineMap(file);
        Before = new CodeVersion(file.OldPath ?? file.Path, FileSide.Before(file), isBefore: true, Known(cache, file.OldBlob, file.OldText));
        After = new CodeVersion(file.Path, FileSide.After(file), before: file is { OldText: not null, NewText: not null } ? Before.Segments[0].Scan : null);
        if (cache is not null && file.NewBlob is { } blob && file.NewText is not null && !EndsInsideLine(file))
        {
            cache.Add(blob, After.Segments[0]);
        }

        touchesDirectives = new Lazy<bool>(() => Touches(Before, Map.Removed) || Touches(After, Map.Added));
    }

    public FileChange File { get; }

    public LineMap Map { get; }

    public CodeVersion Before { get; }

    public CodeVersion After { get; }

    /// <summary>
    /// True when a line of a conditional directive or of a string macro comes or goes; only then can the condition or the text of a
    /// line that stays change.
    /// </summary>
    public bool TouchesDirectives => touchesDirectives.Value;

    /// <summary>
    /// The C files among the changed ones, in order; binary ones and those over the limit are left out. What <paramref name="cache"/>
    /// holds is not read again, and it gets the versions after.
    /// </summary>
    public static IReadOnlyList<CodeChange> Of(IReadOnlyList<FileChange> files, SegmentCache? cache = null) =>
        [.. files.Where(file => !file.Binary && SourceLanguage.Of(file.Path) == SourceLanguage.C).Select(file => new CodeChange(file, cache))];

    private static CodeSegment? Known(SegmentCache? cache, string? blob, string? text) =>
        cache is not null && blob is not null && cache.TryGet(blob, out var segment) && ReferenceEquals(segment.Text, text) ? segment : null;

    /// <summary>True when the version after may end without the newline that a text made from hunks has.</summary>
    private static bool EndsInsideLine(FileChange file) => file.Hunks is [.., var last] && last.Lines.Any(line => line.NoNewlineAtEnd);

    private static bool Touches(CodeVersion version, IReadOnlySet<int> lines) => lines.Count > 0 && version.Segments.Any(segment =>
        segment.Scan.Directives.Any(directive => (Array.IndexOf(Conditionals, directive.Name) >= 0 || IsStringMacro(segment, directive))
            && Enumerable.Range(directive.Line, directive.LastLine - directive.Line + 1).Any(line => lines.Contains(segment.LineOf(line)))));

    private static bool IsStringMacro(CodeSegment segment, Directive directive) =>
        directive.Name == "define" && segment.Text.AsSpan(directive.Start, directive.End - directive.Start).Contains('"');
}
