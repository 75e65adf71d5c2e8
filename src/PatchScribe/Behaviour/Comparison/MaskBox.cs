namespace PatchScribe.Behaviour.Comparison;

/// <summary>A set of environments: for each variable a mask of the values that it may have, bit by bit.</summary>
internal static class MaskBox
{
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
