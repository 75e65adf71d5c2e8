namespace PatchScribe.Diffs;

/// <summary>Applies hunks to the version that they were made for; null when a context or removed line is not there.</summary>
public static class PatchApplier
{
    /// <summary>The text after; lines end in LF.</summary>
    public static string? Apply(string before, IReadOnlyList<Hunk> hunks)
    {
        var old = before.Split('\n');
        var result = new List<string>();
        var at = 0;
        foreach (var hunk in hunks)
        {
            var start = hunk.OldStart - (hunk.OldLength == 0 ? 0 : 1);
            if (start < at || start > old.Length)
            {
                return null;
            }

            result.AddRange(old[at..start]);
            at = start;
            foreach (var line in hunk.Lines)
            {
                if (line.Kind != DiffLineKind.Added && (at >= old.Length || old[at++] != line.Text))
                {
                    return null;
                }

                if (line.Kind != DiffLineKind.Removed)
                {
                    result.Add(line.Text);
                }
            }
        }

        result.AddRange(old[at..]);
        return string.Join('\n', result);
    }
}
