using System.Text;

namespace PatchScribe.Diffs;

/// <summary>Puts hunks that git itself made from a version into it, without looking at their context; null when they reach beyond its end.</summary>
internal static class HunkSplicer
{
    /// <summary>The text after; lines end in LF.</summary>
    public static string? Splice(string before, IReadOnlyList<Hunk> hunks)
    {
        var result = new StringBuilder(before.Length + 1024);
        var (at, line) = (0, 1);
        foreach (var hunk in hunks)
        {
            var first = hunk.OldStart + (hunk.OldLength == 0 ? 1 : 0);
            var from = Skip(before, at, first - line);
            if (from < 0)
            {
                return null;
            }

            result.Append(before, at, from - at);
            foreach (var one in hunk.Lines)
            {
                if (one.Kind != DiffLineKind.Removed)
                {
                    result.Append(one.Text).Append('\n');
                }
            }

            at = Skip(before, from, hunk.OldLength);
            line = first + hunk.OldLength;
            if (at < 0)
            {
                return null;
            }
        }

        return result.Append(before, at, before.Length - at).ToString();
    }

    /// <summary>The index behind so many lines; the end of a text that ends without a newline is the end of its last line.</summary>
    private static int Skip(string text, int at, int lines)
    {
        for (; lines > 0; lines--)
        {
            var end = at < text.Length ? text.IndexOf('\n', at) : -1;
            if (end < 0)
            {
                return lines == 1 && at < text.Length ? text.Length : -1;
            }

            at = end + 1;
        }

        return at;
    }
}
