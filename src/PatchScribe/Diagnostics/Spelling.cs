namespace PatchScribe.Diagnostics;

/// <summary>How far two spellings are apart, and the known word that a misspelt one most likely means.</summary>
public static class Spelling
{
    private const int LongestWord = 100;

    /// <summary>" (did you mean 'x'?)" for the nearest known word, at most a third of the letters away; else the empty text.</summary>
    public static string Suggest(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        var best = known.Where(k => word.Length <= LongestWord && k.Length <= LongestWord)
            .Select(k => (Word: k, Distance: IsTail(word, k) ? 1 : Distance(word, k)))
            .Where(k => k.Distance <= Math.Max(1, Math.Max(word.Length, k.Word.Length) / 3))
            .OrderBy(k => k.Distance).ThenBy(k => k.Word, StringComparer.Ordinal).FirstOrDefault();
        return best.Word is null ? "" : $" (did you mean '{best.Word}'?)";
    }

    // "dev_iommu" for "host.dev_iommu": a name without what stands before its last dot.
    private static bool IsTail(string word, string known) =>
        word.Length > 0 && known.EndsWith("." + word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Letters to insert, delete or replace between two words (Levenshtein), letter case aside.</summary>
    public static int Distance(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                (diagonal, row[j]) = (row[j], next);
            }
        }

        return row[b.Length];
    }
}
