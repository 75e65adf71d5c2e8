namespace PatchScribe.Diffs;

/// <summary>Which line of one version of a file is which line of the other (1-based); a line that the hunks remove or add has none.</summary>
public sealed class LineMap
{
    private readonly HashSet<int> removed = [];
    private readonly HashSet<int> added = [];
    private readonly List<(int Old, int New)> anchors = [(1, 1)];

    /// <summary>Reads the hunks of one file.</summary>
    public LineMap(FileChange file)
    {
        foreach (var hunk in file.Hunks)
        {
            foreach (var line in hunk.Lines)
            {
                switch (line.Kind)
                {
                    case DiffLineKind.Removed:
                        removed.Add(line.OldLine!.Value);
                        break;
                    case DiffLineKind.Added:
                        added.Add(line.NewLine!.Value);
                        break;
                    default:
                        anchors.Add((line.OldLine!.Value, line.NewLine!.Value));
                        break;
                }
            }

            // A length of 0 states the line before (POSIX diff), so the first line behind the hunk is one further.
            anchors.Add((hunk.OldStart + (hunk.OldLength == 0 ? 1 : hunk.OldLength), hunk.NewStart + (hunk.NewLength == 0 ? 1 : hunk.NewLength)));
        }
    }

    /// <summary>Lines of the old version that are gone.</summary>
    public IReadOnlySet<int> Removed => removed;

    /// <summary>Lines of the new version that are new.</summary>
    public IReadOnlySet<int> Added => added;

    /// <summary>The new number of an old line, or null.</summary>
    public int? ToNew(int oldLine) => removed.Contains(oldLine) ? null : oldLine + Offset(oldLine, anchor => anchor.Old);

    /// <summary>The old number of a new line, or null.</summary>
    public int? ToOld(int newLine) => added.Contains(newLine) ? null : newLine - Offset(newLine, anchor => anchor.New);

    private int Offset(int line, Func<(int Old, int New), int> side)
    {
        var (low, high) = (0, anchors.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = side(anchors[middle]) <= line ? (middle, high) : (low, middle - 1);
        }

        return anchors[low].New - anchors[low].Old;
    }
}
