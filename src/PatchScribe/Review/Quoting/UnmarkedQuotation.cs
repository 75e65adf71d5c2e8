using System.Numerics;

namespace PatchScribe.Review.Quoting;

/// <summary>
/// Tells quoted lines from own ones where quote marks are missing: what the mails above hold is quoted, what they do not hold is
/// own. Compared by runs of three words, so that other line breaks, marks and blanks do not matter; linear in the texts.
/// </summary>
internal sealed class UnmarkedQuotation
{
    private const int Run = 3;

    /// <summary>Words from which a line that is found says that the text is a quotation of the mails above.</summary>
    private const int TellingWords = 5;

    /// <summary>Telling lines at the beginning that are looked at: when the first of them are found, much may stand between the rest.</summary>
    private const int FirstLines = 3;

    private readonly HashSet<ulong> runs = [];
    private readonly HashSet<string> lines = new(StringComparer.Ordinal);

    /// <param name="above">The bodies of the mails above.</param>
    public UnmarkedQuotation(IEnumerable<string> above)
    {
        foreach (var body in above)
        {
            var (before, last) = (0UL, 0UL);
            foreach (var line in body.Split('\n'))
            {
                var words = Words(line);
                lines.Add(string.Join(' ', words));
                foreach (var hash in words.Select(Hash))
                {
                    runs.Add(Combine(before, last, hash));
                    (before, last) = (last, hash);
                }
            }
        }
    }

    /// <summary>For each line from one on whether it is quoted; null when the mails above hold too little of the text to tell.</summary>
    public bool[]? Quoted(string[] body, int from)
    {
        var quoted = new bool[body.Length - from];
        var (telling, found, first) = (0, 0, 0);
        var (before, last) = (0UL, 0UL);
        for (var i = from; i < body.Length; i++)
        {
            var words = Words(body[i]);
            var above = i > from && quoted[i - from - 1];
            var (within, across) = (0, 0);
            for (var j = 0; j < words.Length; j++)
            {
                var hash = Hash(words[j]);
                var hit = runs.Contains(Combine(before, last, hash)) ? 1 : 0;
                (before, last) = (last, hash);
                across += hit;
                within += j >= Run - 1 ? hit : 0;
            }

            var known = words.Length == 0 ? above
                : lines.Contains(string.Join(' ', words)) || (above && AreMost(across, words.Length)) || (words.Length >= Run && AreMost(within, words.Length - Run + 1));
            quoted[i - from] = known;
            if (words.Length >= TellingWords)
            {
                telling++;
                found += known ? 1 : 0;
                first += known && telling <= FirstLines ? 1 : 0;
            }
        }

        return found > 0 && (found * 2 >= telling || first == FirstLines) ? quoted : null;
    }

    private static bool AreMost(int some, int all) => some * 4 >= all * 3;

    private static string[] Words(string line) => line.TrimStart([' ', '>', '|']).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>FNV-1a: the same in every process.</summary>
    private static ulong Hash(string word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }

    private static ulong Combine(ulong before, ulong last, ulong word) => BitOperations.RotateLeft(before, 21) ^ BitOperations.RotateLeft(last, 7) ^ word;
}
