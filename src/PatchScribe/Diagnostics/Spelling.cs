namespace PatchScribe.Diagnostics;

/// <summary>How far two spellings are apart.</summary>
public static class Spelling
{
    /// <summary>Letters to insert, delete or replace (Levenshtein); <paramref name="limit"/> + 1 as soon as it is more than the limit.</summary>
    public static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return Math.Min(row[b.Length], limit + 1);
    }
}
