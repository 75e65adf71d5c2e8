namespace PatchScribe.Drafts.LogText;

/// <summary>Splits prose into sentences: at <c>.</c>, <c>!</c> or <c>?</c> before a blank and a capital, never after an abbreviation.</summary>
internal static class SentenceSplitter
{
    private static readonly string[] Abbreviations = ["e.g.", "i.e.", "etc.", "vs.", "cf.", "resp.", "approx.", "Fig.", "Sec.", "No.", "Dr.", "Mr.", "Ms."];

    public static IReadOnlyList<string> Split(string prose)
    {
        var text = TextMatch.Squeeze(prose);
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('.' or '!' or '?') || !IsEnd(text, i))
            {
                continue;
            }

            var end = i + 1;
            while (end < text.Length && text[end] is '"' or '\'' or ')')
            {
                end++;
            }

            sentences.Add(text[start..end]);
            start = end + 1;
            i = end;
        }

        if (start < text.Length)
        {
            sentences.Add(text[start..]);
        }

        return sentences;
    }

    private static bool IsEnd(string text, int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is '"' or '\'' or ')')
        {
            next++;
        }

        if (next == text.Length)
        {
            return true;
        }

        if (text[next] != ' ' || next + 1 >= text.Length || char.IsLower(text[next + 1]))
        {
            return false;
        }

        return !Array.Exists(Abbreviations, abbreviation => text.AsSpan(0, at + 1).EndsWith(abbreviation, StringComparison.Ordinal));
    }
}
