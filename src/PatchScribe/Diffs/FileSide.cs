namespace PatchScribe.Diffs;

/// <summary>
/// A run of lines of one version of a file: the 1-based number of its first line, the lines with LF ends, and the heading
/// of the hunk that shows them (the function above, as git guesses it).
/// </summary>
public sealed record TextSegment(int FirstLine, string Text, string Section = "");

/// <summary>
/// What is known of one version of a changed file: the whole text as one segment, or what the hunks show, a segment each.
/// </summary>
public sealed record FileSide(IReadOnlyList<TextSegment> Segments, bool Complete)
{
    /// <summary>The version before, empty when the file is new.</summary>
    public static FileSide Before(FileChange file) => Of(file.OldPath, file.OldText, file.Hunks, DiffLineKind.Added, line => line.OldLine, hunk => hunk.OldStart);

    /// <summary>The version after, empty when the file is gone.</summary>
    public static FileSide After(FileChange file) => Of(file.NewPath, file.NewText, file.Hunks, DiffLineKind.Removed, line => line.NewLine, hunk => hunk.NewStart);

    private static FileSide Of(string? path, string? text, IReadOnlyList<Hunk> hunks, DiffLineKind other, Func<DiffLine, int?> number, Func<Hunk, int> start)
    {
        if (path is null || text is not null)
        {
            return new FileSide(text is null ? [] : [new TextSegment(1, text)], Complete: true);
        }

        var segments = new List<TextSegment>();
        foreach (var hunk in hunks)
        {
            var lines = hunk.Lines.Where(line => line.Kind != other).ToList();
            if (lines.Count > 0)
            {
                segments.Add(new TextSegment(number(lines[0]) ?? start(hunk), string.Join('\n', lines.Select(line => line.Text)) + "\n", hunk.Section));
            }
        }

        return new FileSide(segments, Complete: false);
    }
}
