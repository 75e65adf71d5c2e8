using System.Runtime.InteropServices;
using PatchScribe.Diagnostics;

namespace PatchScribe.Drafts.LogText;

/// <summary>
/// Tells which sources of a paragraph each of its sentences rests on: those that quote it whole; else those that its longest
/// runs of words are quoted from, read from left to right; all of them when a word stands in none.
/// </summary>
internal static class SentenceSources
{
    /// <summary>The sentences with their own sources; none when every sentence rests on all.</summary>
    public static IReadOnlyList<DraftSentence> Of(string paragraph, IReadOnlyList<Evidence> evidence)
    {
        if (evidence.Count < 2)
        {
            return [];
        }

        var quotes = evidence.Select(one => Words(one.Quote)).ToList();
        var sentences = SentenceSplitter.Split(paragraph)
            .Select(sentence => new DraftSentence(sentence, [.. Sources(Words(sentence), quotes).Select(i => evidence[i])])).ToList();
        return sentences.TrueForAll(sentence => sentence.Evidence.Count == evidence.Count) ? [] : sentences;
    }

    private static IEnumerable<int> Sources(List<string> sentence, List<List<string>> quotes)
    {
        var whole = Enumerable.Range(0, quotes.Count).Where(i => LongestRun(sentence, 0, quotes[i]) == sentence.Count).ToList();
        if (whole.Count > 0)
        {
            return whole;
        }

        var used = new SortedSet<int>();
        for (var at = 0; at < sentence.Count;)
        {
            var runs = quotes.Select(quote => LongestRun(sentence, at, quote)).ToList();
            var longest = runs.Max();
            if (longest == 0)
            {
                return Enumerable.Range(0, quotes.Count);
            }

            used.Add(runs.IndexOf(longest));
            at += longest;
        }

        return used;
    }

    private static int LongestRun(List<string> sentence, int from, List<string> quote)
    {
        var longest = 0;
        for (var start = 0; start < quote.Count; start++)
        {
            longest = Math.Max(longest, CollectionsMarshal.AsSpan(sentence)[from..].CommonPrefixLength(CollectionsMarshal.AsSpan(quote)[start..], StringComparer.Ordinal));
        }

        return longest;
    }

    /// <summary>Runs of letters, digits and underscores in lower case: the marks around words, quote marks and wrapping of mail do not count.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            var end = at;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            if (end > at)
            {
                words.Add(text[at..end].ToLowerInvariant());
                at = end;
            }
        }

        return words;
    }
}
