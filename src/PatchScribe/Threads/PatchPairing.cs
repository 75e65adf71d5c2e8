using PatchScribe.Diagnostics;
using PatchScribe.Diffs;

namespace PatchScribe.Threads;

/// <summary>A patch and what became of it: old and new, one of them null when it was added or removed.</summary>
public sealed record PatchPair(MailedPatch? Old, MailedPatch? New)
{
    /// <summary>True when both are there and their patch-ids are equal.</summary>
    public bool Unchanged => Old?.PatchId is { } id && id == New?.PatchId;
}

/// <summary>
/// Pairs the patches of two versions of a series: equal patch-id, else equal title, else the most changed lines in common, else
/// what is left over alone on both sides. Missing patches take no part.
/// </summary>
public static class PatchPairing
{
    /// <summary>The share of changed lines that two patches must have in common to be one patch.</summary>
    public const double MinSimilarity = 0.3;

    /// <summary>Above this many leftovers on one side, patches are not compared by their lines.</summary>
    public const int MaxCompared = 100;

    /// <summary>
    /// New patches in order, each with its old one; then the old ones that are gone. What was not compared is said to
    /// <paramref name="diagnostics"/>.
    /// </summary>
    public static IReadOnlyList<PatchPair> Pair(PatchSeries old, PatchSeries next, ICollection<Diagnostic>? diagnostics = null)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(next);
        List<MailedPatch> before = [.. old.Patches.Where(patch => !patch.Missing)], after = [.. next.Patches.Where(patch => !patch.Missing)];
        var (lefts, rights) = (before.ToList(), after.ToList());
        var pairs = new Dictionary<MailedPatch, MailedPatch>(ReferenceEqualityComparer.Instance);
        Match(lefts, rights, pairs, patch => patch.PatchId);
        Match(lefts, rights, pairs, patch => patch.Title.Trim().ToLowerInvariant());
        if (lefts.Count > 0 && rights.Count > 0 && Math.Max(lefts.Count, rights.Count) > MaxCompared)
        {
            diagnostics?.Add(new Diagnostic(DiagnosticIds.PatchesNotCompared, Severity.Warning,
                FormattableString.Invariant($"of v{old.Version} and v{next.Version} {lefts.Count} and {rights.Count} patches differ in title and patch-id, more than the {MaxCompared} that are compared line by line; they count as removed and added"), next.Id));
        }
        else
        {
            MatchByLines(lefts, rights, pairs);
        }

        if (lefts.Count == 1 && rights.Count == 1 && before.Count == 1 && after.Count == 1)
        {
            pairs[rights[0]] = lefts[0];
            lefts.Clear();
        }

        return [.. after.Select(patch => new PatchPair(pairs.GetValueOrDefault(patch), patch)), .. lefts.Select(patch => new PatchPair(patch, null))];
    }

    private static void Match(List<MailedPatch> lefts, List<MailedPatch> rights, Dictionary<MailedPatch, MailedPatch> pairs, Func<MailedPatch, string?> key)
    {
        var byKey = lefts.Where(patch => key(patch) is not null).GroupBy(patch => key(patch)!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => new Queue<MailedPatch>(group), StringComparer.Ordinal);
        foreach (var right in rights)
        {
            if (key(right) is { } own && byKey.TryGetValue(own, out var same) && same.TryDequeue(out var left))
            {
                pairs[right] = left;
            }
        }

        Remove(lefts, rights, pairs);
    }

    private static void MatchByLines(List<MailedPatch> lefts, List<MailedPatch> rights, Dictionary<MailedPatch, MailedPatch> pairs)
    {
        var (oldLines, newLines) = (lefts.ConvertAll(ChangedLines), rights.ConvertAll(ChangedLines));
        var scores = from l in Enumerable.Range(0, lefts.Count)
                     from r in Enumerable.Range(0, rights.Count)
                     let score = Similarity(oldLines[l], newLines[r])
                     where score >= MinSimilarity
                     orderby score descending, l, r
                     select (l, r);
        var taken = new HashSet<int>();
        foreach (var (l, r) in scores)
        {
            if (!taken.Contains(l) && pairs.TryAdd(rights[r], lefts[l]))
            {
                taken.Add(l);
            }
        }

        Remove(lefts, rights, pairs);
    }

    private static void Remove(List<MailedPatch> lefts, List<MailedPatch> rights, Dictionary<MailedPatch, MailedPatch> pairs)
    {
        var paired = pairs.Values.ToHashSet<MailedPatch>(ReferenceEqualityComparer.Instance);
        lefts.RemoveAll(paired.Contains);
        rights.RemoveAll(pairs.ContainsKey);
    }

    /// <summary>Lines of more than two characters, each with its file and side.</summary>
    private static HashSet<(string Path, DiffLineKind Kind, string Text)> ChangedLines(MailedPatch patch) =>
    [
        .. patch.Files.SelectMany(file => file.Lines.Where(line => line.Kind != DiffLineKind.Context)
            .Select(line => (file.Path, line.Kind, line.Text.Trim())).Where(line => line.Item3.Length > 2)),
    ];

    private static double Similarity<T>(HashSet<T> a, HashSet<T> b)
    {
        var common = a.Count(b.Contains);
        return common == 0 ? 0 : (double)common / (a.Count + b.Count - common);
    }
}
