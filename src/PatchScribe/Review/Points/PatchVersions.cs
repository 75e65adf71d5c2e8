using PatchScribe.Threads;

namespace PatchScribe.Review.Points;

/// <summary>A patch in a later version of its series; <see cref="New"/> is null when that version is complete without it.</summary>
internal sealed record LaterPatch(MailedPatch Old, MailedPatch? New, PatchSeries Series);

/// <summary>
/// Finds what became of a patch in the first version posted after a remark. A patch is gone only where no new one may be it.
/// </summary>
internal sealed class PatchVersions
{
    private readonly Dictionary<string, (PatchSeries Series, MailedPatch Patch)> patches = new(StringComparer.Ordinal);
    private readonly Dictionary<decimal, List<PatchSeries>> successors = [];
    private readonly Dictionary<(string, string), (Dictionary<MailedPatch, MailedPatch> Kept, List<MailedPatch> Added)> known = [];

    public PatchVersions(Discussion discussion)
    {
        foreach (var series in discussion.Series)
        {
            foreach (var patch in series.Patches.Where(patch => patch.Message is not null))
            {
                patches.TryAdd(patch.Message!.MessageId, (series, patch));
            }

            if (series.Supersedes is { } old)
            {
                if (!successors.TryGetValue(old, out var list))
                {
                    successors.Add(old, list = []);
                }

                list.Add(series);
            }
        }
    }

    /// <summary>The patch in the first version after a moment; null when the source holds no such version, or not enough of it.</summary>
    public LaterPatch? After(string? patchMessageId, DateTimeOffset? moment)
    {
        if (patchMessageId is null || !patches.TryGetValue(patchMessageId, out var at))
        {
            return null;
        }

        var (series, old) = at;
        var first = series;
        for (var steps = 0; steps < patches.Count + 1; steps++)
        {
            var next = successors.TryGetValue(series.Version, out var list) ? list.Find(one => one.Version > series.Version) : null;
            if (next is null)
            {
                return null;
            }

            if (moment is null || DateOf(next) is not { } date || date > moment)
            {
                return Known(old, first, next);
            }

            series = next;
        }

        return null;
    }

    private LaterPatch? Known(MailedPatch old, PatchSeries series, PatchSeries next)
    {
        if (!known.TryGetValue((series.Id, next.Id), out var pairs))
        {
            var all = PatchPairing.Pair(series, next);
            known.Add((series.Id, next.Id), pairs = (new(ReferenceEqualityComparer.Instance), [.. all.Where(pair => pair.Old is null).Select(pair => pair.New!)]));
            foreach (var pair in all.Where(pair => pair is { Old: not null, New: not null }))
            {
                pairs.Kept[pair.Old!] = pair.New!;
            }
        }

        return pairs.Kept.TryGetValue(old, out var now) ? new LaterPatch(old, now, next)
            : next.Complete && !pairs.Added.Exists(added => MayBe(old, added)) ? new LaterPatch(old, null, next)
            : null;
    }

    /// <summary>A new patch that changes a file of one that seems to be gone may be that one under another title.</summary>
    private static bool MayBe(MailedPatch old, MailedPatch other) => other.Files.Any(file => old.Files.Any(one => one.Path == file.Path));

    private static DateTimeOffset? DateOf(PatchSeries series) =>
        series.Cover?.Date ?? series.Patches.Select(patch => patch.Message?.Date).FirstOrDefault(date => date is not null);
}
