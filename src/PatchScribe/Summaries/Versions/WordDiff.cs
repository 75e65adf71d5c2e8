using DiffPlex;

namespace PatchScribe.Summaries.Versions;

/// <summary>Compares two texts word by word (DiffPlex).</summary>
internal static class WordDiff
{
    /// <summary>Longer texts are not compared word by word; they are one piece removed and one added.</summary>
    public const int MaxLength = 100_000;

    private static readonly char[] Separators = [' ', '\n', '\t'];

    /// <summary>Pieces in order, neighbours of one kind joined; empty when the texts are equal but for line breaks.</summary>
    public static IReadOnlyList<TextPiece> Compare(string old, string next)
    {
        var (before, after) = (Unwrapped(old), Unwrapped(next));
        if (before == after)
        {
            return [];
        }

        if (before.Length + after.Length > MaxLength)
        {
            return [new TextPiece("removed", before), new TextPiece("added", after)];
        }

        var pieces = new List<TextPiece>();
        foreach (var piece in DiffPieces.InOrder(new Differ().CreateWordDiffs(before, after, ignoreWhitespace: false, Separators)))
        {
            if (pieces.Count > 0 && pieces[^1].Kind == piece.Kind)
            {
                pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + piece.Text };
            }
            else
            {
                pieces.Add(piece);
            }
        }

        return pieces;
    }

    /// <summary>True for a result that only holds both texts because they are too long.</summary>
    public static bool IsTooLong(IReadOnlyList<TextPiece> pieces) => pieces.Sum(piece => piece.Kind == "equal" ? 0 : piece.Text.Length) > MaxLength;

    /// <summary>A paragraph in one line, so that wrapping anew is no change; lists, indented lines and trailers stay lines.</summary>
    private static string Unwrapped(string text)
    {
        var lines = new List<string>();
        var joins = false;
        foreach (var line in text.Split('\n'))
        {
            var prose = line.Length > 0 && char.IsLetterOrDigit(line[0]) && !Threads.TrailerReader.IsTrailer(line);
            if (prose && joins)
            {
                lines[^1] += " " + line.TrimEnd();
            }
            else
            {
                lines.Add(line.TrimEnd());
            }

            joins = prose;
        }

        return string.Join('\n', lines);
    }
}
