namespace PatchScribe.Conditionals;

/// <summary>
/// A change with what tells a move: the condition that the directive itself states, the function it stands in, and the
/// code (or build targets) it governs. What vanishes in one place and appears in another with the same condition and the same body only moved.
/// </summary>
internal sealed record StatedChange(ConditionalChange Change, string Own, string? Function, IReadOnlyList<string> Body)
{
    /// <summary>Share of common lines from which two bodies are one that moved.</summary>
    private const double MinSimilarity = 0.6;

    /// <summary>Drops the pairs of removed and added changes that are one condition that moved, was rewritten, or got other code.</summary>
    public static IEnumerable<ConditionalChange> WithoutMoves(List<StatedChange> all)
    {
        var added = all.FindAll(one => one.Change is { Change: ConditionalChangeKind.Added, Before: null });
        var gone = new HashSet<StatedChange>(ReferenceEqualityComparer.Instance);
        foreach (var old in added.Count == 0 ? [] : all.FindAll(one => one.Change is { Change: ConditionalChangeKind.Removed, After: null }))
        {
            var at = added.FindIndex(now => IsMove(old, now));
            if (at >= 0)
            {
                gone.Add(old);
                gone.Add(added[at]);
                added.RemoveAt(at);
            }
        }

        return all.Where(one => !gone.Contains(one)).Select(one => one.Change);
    }

    private static bool IsMove(StatedChange old, StatedChange now)
    {
        if (old.Change.Symbol != now.Change.Symbol || old.Own != now.Own || (old.Change.Construct == ConditionalConstruct.Include) != (now.Change.Construct == ConditionalConstruct.Include))
        {
            return false;
        }

        var samePlace = old.Change.File == now.Change.File && old.Function == now.Function && old.Function is not null;
        return samePlace || Similarity(old.Body, now.Body) >= MinSimilarity;
    }

    /// <summary>Twice the common lines over all lines (Dice), 0 to 1.</summary>
    private static double Similarity(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        if (a.Count + b.Count == 0)
        {
            return 0;
        }

        var left = a.GroupBy(line => line, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var common = 0;
        foreach (var line in b)
        {
            if (left.TryGetValue(line, out var count) && count > 0)
            {
                left[line] = count - 1;
                common++;
            }
        }

        return 2.0 * common / (a.Count + b.Count);
    }
}
