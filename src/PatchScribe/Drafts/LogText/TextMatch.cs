using PatchScribe.Diagnostics;

namespace PatchScribe.Drafts.LogText;

/// <summary>Finds and replaces whole words in prose, whatever blanks and line ends stand between them.</summary>
internal static class TextMatch
{
    /// <summary>
    /// Replaces every occurrence of <paramref name="from"/> that does not continue a longer word, and counts them.
    /// </summary>
    public static string Replace(string text, string from, string to, out int count)
    {
        count = 0;
        if (from.Length == 0)
        {
            return text;
        }

        var result = new System.Text.StringBuilder();
        var start = 0;
        for (int at; (at = IndexOf(text, from, start)) >= 0; start = at + from.Length)
        {
            result.Append(text, start, at - start).Append(to);
            count++;
        }

        return result.Append(text, start, text.Length - start).ToString();
    }

    /// <summary>Index of the first whole-word occurrence, or -1.</summary>
    public static int IndexOf(string text, string word, int start = 0)
    {
        for (var at = text.IndexOf(word, start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            var opens = at == 0 || !IsWord(word[0]) || !IsWord(text[at - 1]);
            var closes = end == text.Length || !IsWord(word[^1]) || !IsWord(text[end]);
            if (opens && closes)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>True when the text holds the words in this order, blanks and line ends aside.</summary>
    public static bool Holds(string text, string words) =>
        words.Length > 0 && Squeeze(text).Contains(Squeeze(words), StringComparison.Ordinal);

    /// <summary>One blank for each run of blanks.</summary>
    public static string Squeeze(string text) =>
        Quotation.OneLine(text);

    /// <summary>The paragraphs of a text, each on one line.</summary>
    public static IEnumerable<string> Paragraphs(string text)
    {
        var pending = new List<string>();
        foreach (var line in text.Split('\n').Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                pending.Add(line);
            }
            else if (pending.Count > 0)
            {
                yield return Squeeze(string.Join(' ', pending));
                pending.Clear();
            }
        }
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
