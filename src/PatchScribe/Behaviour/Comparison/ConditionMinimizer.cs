namespace PatchScribe.Behaviour.Comparison;

/// <summary>
/// Describes a set of environments, given as disjoint boxes of masks, by few and large boxes: each box is widened,
/// variable by variable, as long as it touches no environment of the others (a prime implicant), and boxes that the
/// rest covers are left out. When more than one is left, a smallest cover is looked for among all prime implicants.
/// What is in neither set does not matter.
/// </summary>
internal static class ConditionMinimizer
{
    /// <summary>Boxes that cover every environment of <paramref name="on"/> and none of <paramref name="off"/>.</summary>
    public static IReadOnlyList<ulong[]> Minimize(IReadOnlyList<ulong[]> on, IReadOnlyList<ulong[]> off, IReadOnlyList<ulong> all, IReadOnlyList<int> order)
    {
        var primes = new List<ulong[]>();
        foreach (var box in on)
        {
            var prime = Widen(box, off, all, order);
            if (!primes.Exists(p => MaskBox.Contains(p, prime)))
            {
                primes.RemoveAll(p => MaskBox.Contains(prime, p));
                primes.Add(prime);
            }
        }

        for (var i = primes.Count - 1; i >= 0 && primes.Count > 1; i--)
        {
            var rest = primes.Where((_, index) => index != i).ToList();
            if (on.All(box => MaskBox.IsCovered(box, rest)))
            {
                primes.RemoveAt(i);
            }
        }

        if (primes.Count > 1 && PrimeCover.Smallest(on, off, all, primes.Count - 1) is { } fewer)
        {
            primes = [.. fewer];
        }

        return [.. primes.OrderBy(p => string.Join(',', order.Select(i => p[i].ToString("x16"))), StringComparer.Ordinal)];
    }

    private static ulong[] Widen(ulong[] box, IReadOnlyList<ulong[]> off, IReadOnlyList<ulong> all, IReadOnlyList<int> order)
    {
        var wide = (ulong[])box.Clone();
        for (var step = order.Count - 1; step >= 0; step--)
        {
            var i = order[step];
            var before = wide[i];
            wide[i] = all[i];
            if (!off.Any(o => MaskBox.Overlap(wide, o)))
            {
                continue;
            }

            wide[i] = before;
            for (var bit = 1UL; bit != 0 && bit <= all[i]; bit <<= 1)
            {
                wide[i] |= bit & all[i];
                if (off.Any(o => MaskBox.Overlap(wide, o)))
                {
                    wide[i] = before;
                }

                before = wide[i];
            }
        }

        return wide;
    }
}
