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
            if (!primes.Exists(p => Contains(p, prime)))
            {
                primes.RemoveAll(p => Contains(prime, p));
                primes.Add(prime);
            }
        }

        for (var i = primes.Count - 1; i >= 0 && primes.Count > 1; i--)
        {
            var rest = primes.Where((_, index) => index != i).ToList();
            if (on.All(box => IsCovered(box, rest)))
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

    /// <summary>True when two boxes have an environment in common.</summary>
    public static bool Overlap(ulong[] left, ulong[] right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            if ((left[i] & right[i]) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static ulong[] Widen(ulong[] box, IReadOnlyList<ulong[]> off, IReadOnlyList<ulong> all, IReadOnlyList<int> order)
    {
        var wide = (ulong[])box.Clone();
        for (var step = order.Count - 1; step >= 0; step--)
        {
            var i = order[step];
            var before = wide[i];
            wide[i] = all[i];
            if (!off.Any(o => Overlap(wide, o)))
            {
                continue;
            }

            wide[i] = before;
            for (var bit = 1UL; bit != 0 && bit <= all[i]; bit <<= 1)
            {
                wide[i] |= bit & all[i];
                if (off.Any(o => Overlap(wide, o)))
                {
                    wide[i] = before;
                }

                before = wide[i];
            }
        }

        return wide;
    }

    /// <summary>True when every environment of the second box is in the first.</summary>
    public static bool Contains(ulong[] outer, ulong[] inner)
    {
        for (var i = 0; i < outer.Length; i++)
        {
            if ((inner[i] & ~outer[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when every environment of the box is in one of the others.</summary>
    public static bool IsCovered(ulong[] box, IReadOnlyList<ulong[]> cover)
    {
        // The part of the box outside the first cover is cut into boxes, and each of them is asked again.
        var waiting = new Stack<(ulong[] Box, int From)>([(box, 0)]);
        while (waiting.TryPop(out var next))
        {
            var by = next.From;
            while (by < cover.Count && !Overlap(next.Box, cover[by]))
            {
                by++;
            }

            if (by == cover.Count)
            {
                return false;
            }

            var rest = (ulong[])next.Box.Clone();
            for (var i = 0; i < rest.Length; i++)
            {
                var outside = rest[i] & ~cover[by][i];
                if (outside != 0)
                {
                    var part = (ulong[])rest.Clone();
                    part[i] = outside;
                    waiting.Push((part, by + 1));
                }

                rest[i] &= cover[by][i];
            }
        }

        return true;
    }
}
