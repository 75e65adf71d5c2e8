using System.Buffers;

namespace PatchScribe.Diffs;

/// <summary>Puts hunks that git itself made from a version into it, without looking at their context; null when they reach beyond its end.</summary>
internal static class HunkSplicer
{
    /// <summary>The text after; lines end in LF.</summary>
    public static string? Splice(string before, IReadOnlyList<Hunk> hunks)
    {
        var room = before.Length + hunks.Sum(hunk => hunk.Lines.Sum(line => line.Kind == DiffLineKind.Removed ? 0 : line.Text.Length + 1));
        var result = ArrayPool<char>.Shared.Rent(room);
        try
        {
            return Splice(before, hunks, result) is var length and >= 0 ? new string(result, 0, length) : null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(result);
        }
    }

    /// <summary>Writes the text after; how long it is, or -1 when a hunk reaches beyond the end.</summary>
    private static int Splice(string before, IReadOnlyList<Hunk> hunks, Span<char> result)
    {
        var length = 0;
        var (at, line) = (0, 1);
        foreach (var hunk in hunks)
        {
            var first = hunk.OldStart + (hunk.OldLength == 0 ? 1 : 0);
            var from = Skip(before, at, first - line);
            if (from < 0)
            {
                return -1;
            }

            Append(before.AsSpan(at..from), result, ref length);
            foreach (var one in hunk.Lines)
            {
                if (one.Kind != DiffLineKind.Removed)
                {
                    Append(one.Text, result, ref length);
                    result[length++] = '\n';
                }
            }

            at = Skip(before, from, hunk.OldLength);
            line = first + hunk.OldLength;
            if (at < 0)
            {
                return -1;
            }
        }

        Append(before.AsSpan(at), result, ref length);
        return length;
    }

    private static void Append(ReadOnlySpan<char> text, Span<char> result, ref int length)
    {
        text.CopyTo(result[length..]);
        length += text.Length;
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
