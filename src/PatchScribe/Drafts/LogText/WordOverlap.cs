namespace PatchScribe.Drafts.LogText;

/// <summary>How much two texts share: the measure by which a text is taken for another wording of the same.</summary>
internal static class WordOverlap
{
    private const int OpeningWords = 3;
    private const int MinContentWords = 5;
    private const double Enough = 0.4;

    /// <summary>True when the second text opens with the same three words, or holds two fifths of the first one's content words.</summary>
    public static bool Resembles(string text, string other)
    {
        var (a, b) = (Words(text), Words(other));
        if (a.Count >= OpeningWords && a.Take(OpeningWords).SequenceEqual(b.Take(OpeningWords), StringComparer.Ordinal))
        {
            return true;
        }

        var content = Content(a);
        return content.Count >= MinContentWords && Share(content, Content(b)) >= Enough;
    }

    /// <summary>Share of the first text's content words that the second holds, 0 to 1; 0 when it has none.</summary>
    public static double Share(string text, string other) => Share(Content(Words(text)), Content(Words(other)));

    private static double Share(HashSet<string> content, HashSet<string> other) =>
        content.Count == 0 ? 0 : (double)content.Count(other.Contains) / content.Count;

    private static List<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ';', ':', '(', ')', '"', '\'', '!', '?')).Where(word => word.Length > 0)];

    /// <summary>Words of more than three letters; the short ones join.</summary>
    private static HashSet<string> Content(List<string> words) => words.Where(word => word.Length > 3).ToHashSet(StringComparer.Ordinal);
}
