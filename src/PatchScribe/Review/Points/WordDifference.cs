using System.Text;
using DiffPlex;

namespace PatchScribe.Review.Points;

/// <summary>The change of a text word by word, in the form of git diff --word-diff: <c>[-old-]{+new+}</c>.</summary>
internal static class WordDifference
{
    /// <summary>Words compared; longer texts are cut, for nobody reads such a difference.</summary>
    private const int MaxWords = 600;

    /// <summary>Shared words, of the words of the shorter text, from which two paragraphs are versions of one.</summary>
    private const double MinShared = 0.4;

    public static string Between(string before, string after)
    {
        var difference = new Differ().CreateLineDiffs(Lines(before), Lines(after), ignoreWhitespace: false);
        string[] old = difference.PiecesOld;
        string[] now = difference.PiecesNew;
        var text = new StringBuilder();
        var at = 0;
        foreach (var block in difference.DiffBlocks)
        {
            Append(text, "", old, at, block.DeleteStartA - at, "");
            Append(text, "[-", old, block.DeleteStartA, block.DeleteCountA, "-]");
            Append(text, "{+", now, block.InsertStartB, block.InsertCountB, "+}");
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Append(text, "", old, at, old.Length - at, "");
        return text.ToString();
    }

    /// <summary>The paragraph of a text that shares most words with another; null when none shares enough.</summary>
    public static string? Nearest(string paragraph, string text)
    {
        var words = Words(paragraph).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var best = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(one => (one, words: Words(one).Distinct(StringComparer.OrdinalIgnoreCase).ToList()))
            .Select(one => (one.one, shared: (double)one.words.Count(words.Contains) / Math.Max(1, Math.Min(words.Count, one.words.Count))))
            .OrderByDescending(one => one.shared).FirstOrDefault();
        return best.shared >= MinShared ? best.one : null;
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Lines(string text) => string.Join('\n', Words(text).Take(MaxWords));

    private static void Append(StringBuilder text, string open, string[] words, int from, int count, string close)
    {
        if (count > 0)
        {
            text.Append(text.Length > 0 && text[^1] != ']' || open.Length == 0 && text.Length > 0 ? " " : "").Append(open).AppendJoin(' ', words.Skip(from).Take(count)).Append(close);
        }
    }
}
