namespace PatchScribe.UserMessages;

/// <summary>How alike two short texts are: by common words or by common pairs of letters, whichever says more.</summary>
internal static class WordSimilarity
{
    private static readonly char[] Separators = [' ', ',', '.', ':', ';', '\'', '"', '(', ')', '\\', '/', '=', '-', '_'];

    /// <summary>Twice the common over all (Dice), 0 to 1.</summary>
    public static double Of(string a, string b)
    {
        var (left, right) = (Words(a), Words(b));
        return Math.Max(Dice(left, right), Dice(Pairs(left), Pairs(right)));
    }

    /// <summary>Line ends and tabs are no words.</summary>
    private static List<string> Words(string text) => [.. text.Replace("\\n", " ", StringComparison.Ordinal).Replace("\\t", " ", StringComparison.Ordinal).ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries)];

    private static List<string> Pairs(List<string> words) => [.. words.SelectMany(word => Enumerable.Range(0, Math.Max(0, word.Length - 1)).Select(i => word.Substring(i, 2)))];

    private static double Dice(List<string> left, List<string> right)
    {
        if (left.Count + right.Count == 0)
        {
            return 0;
        }

        var counts = left.GroupBy(word => word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var common = 0;
        foreach (var word in right)
        {
            if (counts.TryGetValue(word, out var count) && count > 0)
            {
                counts[word] = count - 1;
                common++;
            }
        }

        return 2.0 * common / (left.Count + right.Count);
    }
}
