namespace PatchScribe.Behaviour.Comparison;

/// <summary>Finds a cover of fewest boxes among all prime implicants (Quine and McCluskey, for variables of many values).</summary>
internal static class PrimeCover
{
    private const int MostPrimes = 256;
    private const int MostTries = 20_000;

    /// <summary>
    /// At most <paramref name="limit"/> boxes that cover <paramref name="on"/> and touch no environment of <paramref name="off"/>; null when
    /// there are none so few, or more than 256 prime implicants, or 20,000 tries were not enough to know.
    /// </summary>
    public static IReadOnlyList<ulong[]>? Smallest(IReadOnlyList<ulong[]> on, IReadOnlyList<ulong[]> off, IReadOnlyList<ulong> all, int limit)
    {
        if (Primes(off, all) is not { } primes)
        {
            return null;
        }

        var useful = primes.Where(p => on.Any(o => MaskBox.Overlap(p, o))).OrderByDescending(p => on.Count(o => MaskBox.Contains(p, o))).ToList();
        for (var count = 1; count <= limit; count++)
        {
            if (Choose(useful, on, count) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // Every largest box without the others: each of them is cut away in turn, and what another box contains is dropped.
    private static List<ulong[]>? Primes(IReadOnlyList<ulong[]> off, IReadOnlyList<ulong> all)
    {
        var primes = new List<ulong[]> { all.ToArray() };
        foreach (var hole in off)
        {
            var next = new List<ulong[]>();
            var touching = primes.ToLookup(p => MaskBox.Overlap(p, hole));
            foreach (var part in touching[false].Concat(touching[true].SelectMany(p => Cut(p, hole))))
            {
                if (!next.Exists(p => MaskBox.Contains(p, part)))
                {
                    next.RemoveAll(p => MaskBox.Contains(part, p));
                    next.Add(part);
                }
            }

            primes = next;
            if (primes.Count > MostPrimes)
            {
                return null;
            }
        }

        return primes;
    }

    private static IEnumerable<ulong[]> Cut(ulong[] box, ulong[] hole)
    {
        for (var i = 0; i < box.Length; i++)
        {
            if ((box[i] & ~hole[i]) != 0)
            {
                var part = (ulong[])box.Clone();
                part[i] &= ~hole[i];
                yield return part;
            }
        }
    }

    // Every choice of so many boxes, in order, until one covers all.
    private static List<ulong[]>? Choose(List<ulong[]> primes, IReadOnlyList<ulong[]> on, int count)
    {
        var chosen = new int[count];
        for (var i = 0; i < count; i++)
        {
            chosen[i] = i;
        }

        for (var tries = 0; tries < MostTries && chosen[^1] < primes.Count; tries++)
        {
            var cover = chosen.Select(i => primes[i]).ToList();
            if (on.All(box => MaskBox.IsCovered(box, cover)))
            {
                return cover;
            }

            var at = count - 1;
            while (at >= 0 && chosen[at] == primes.Count - count + at)
            {
                at--;
            }

            if (at < 0)
            {
                return null;
            }

            chosen[at]++;
            for (var i = at + 1; i < count; i++)
            {
                chosen[i] = chosen[i - 1] + 1;
            }
        }

        return null;
    }
}
