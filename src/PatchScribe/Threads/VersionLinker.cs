namespace PatchScribe.Threads;

/// <summary>
/// Says which series supersedes which: same author (or thread), and the same cover or first title, a shared Change-Id,
/// or half of the patch titles in common; the number decides, not the date.
/// </summary>
internal static class VersionLinker
{
    /// <summary>The same series with <see cref="PatchSeries.Supersedes"/> filled, older versions first, and the threads that tie them.</summary>
    public static IReadOnlyList<(PatchSeries Series, IReadOnlyList<int> Threads)> Link(IReadOnlyList<(PatchSeries Series, IReadOnlyList<int> Threads)> all)
    {
        var linked = new List<(PatchSeries Series, IReadOnlyList<int> Threads)>();
        var byKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++)
        {
            foreach (var key in Keys(all[i].Series))
            {
                (byKey.TryGetValue(key, out var same) ? same : byKey[key] = []).Add(i);
            }
        }

        for (var i = 0; i < all.Count; i++)
        {
            var (series, threads) = all[i];
            var older = Keys(series).SelectMany(key => byKey[key]).Distinct()
                .Where(other => all[other].Series.Version < series.Version)
                .OrderByDescending(other => all[other].Series.Version).ThenBy(other => other).Cast<int?>().FirstOrDefault();
            linked.Add(older is { } index
                ? (series with { Supersedes = all[index].Series.Version }, [.. threads.Union(all[index].Threads).Order()])
                : (series, threads));
        }

        return linked;
    }

    private static IEnumerable<string> Keys(PatchSeries series)
    {
        var author = series.Author.Email.ToLowerInvariant();
        yield return author + "\n" + series.Subject.ToLowerInvariant();
        foreach (var title in series.Patches.Where(patch => !patch.Missing).Select(patch => patch.Title.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Take(100))
        {
            yield return author + "\n" + title;
        }

        foreach (var line in series.Patches.SelectMany(patch => patch.Log.Split('\n')).Where(line => line.StartsWith("Change-Id: ", StringComparison.Ordinal)))
        {
            yield return line.Trim();
        }
    }
}
