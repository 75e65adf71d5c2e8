using PatchScribe.Threads;

namespace PatchScribe.Review.Points;

/// <summary>A patch in a later version of its series; <see cref="New"/> is null when that version is complete without it.</summary>
internal sealed record LaterPatch(MailedPatch Old, MailedPatch? New, PatchSeries Series);

/// <summary>
/// Finds what became of a patch in the first version posted after a remark (<see cref="PatchPairing"/>). A series that was only
/// sent once more is no version. A patch is gone only where no new one may be it.
/// </summary>
internal sealed class PatchVersions
{
    private readonly Dictionary<string, (PatchSeries Series, MailedPatch Patch)> patches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PatchSeries> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PatchSeries> successors = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), (Dictionary<string, MailedPatch?> Old, List<MailedPatch> Added)> known = [];

    public PatchVersions(Discussion discussion)
    {
        foreach (var series in discussion.Series)
        {
            byId.TryAdd(series.Id, series);
            foreach (var patch in series.Patches.Where(patch => patch.Message is not null))
            {
                patches.TryAdd(patch.Message!.MessageId, (series, patch));
            }
        }

        foreach (var series in discussion.Series.Where(series => series.PreviousId is not null))
        {
            successors.TryAdd(First(series.PreviousId!), series);
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
        for (var steps = 0; steps < patches.Count + 1; steps++)
        {
            if (!successors.TryGetValue(First(series.Id), out var next))
            {
                return null;
            }

            if (moment is null || next.Date is not { } date || date > moment)
            {
                return Later(at.Series, old, next);
            }

            series = next;
        }

        return null;
    }

    private LaterPatch? Later(PatchSeries series, MailedPatch old, PatchSeries next)
    {
        if (!known.TryGetValue((series.Id, next.Id), out var pairs))
        {
            var all = PatchPairing.Pair(series, next);
            pairs = (all.Where(pair => pair.Old is not null).ToDictionary(pair => pair.Old!.MessageId!, pair => pair.New, StringComparer.Ordinal), [.. all.Where(pair => pair.Old is null).Select(pair => pair.New!)]);
            known.Add((series.Id, next.Id), pairs);
        }

        var now = pairs.Old.GetValueOrDefault(old.MessageId!);
        return now is null && (!next.Complete || pairs.Added.Exists(added => MayBe(old, added))) ? null : new LaterPatch(old, now, next);
    }

    /// <summary>A new patch that changes a file of one that seems to be gone may be that one under another title.</summary>
    private static bool MayBe(MailedPatch old, MailedPatch other) => other.Files.Any(file => old.Files.Any(one => one.Path == file.Path));

    /// <summary>The series that a series sends once more, or itself.</summary>
    private string First(string id)
    {
        for (var steps = 0; steps < byId.Count && byId.TryGetValue(id, out var series) && series.ResendOf is { } first; steps++)
        {
            id = first;
        }

        return id;
    }
}
