using PatchScribe.Diffs;
using PatchScribe.Threads;

namespace PatchScribe.Review.Points;

/// <summary>A patch in a later version of its series; <see cref="New"/> is null when that version is complete without it.</summary>
internal sealed record LaterPatch(MailedPatch Old, MailedPatch? New, PatchSeries Series);

/// <summary>
/// Finds what became of a patch in the first version posted after a remark: by title, by equal patch-id, by shared
/// changed lines, else by its number where the totals agree.
/// </summary>
internal sealed class PatchVersions
{
    /// <summary>Shared changed lines, of all changed lines of both, from which two patches are the same one.</summary>
    private const double MinShared = 0.3;

    private readonly Dictionary<string, (PatchSeries Series, MailedPatch Patch)> patches = new(StringComparer.Ordinal);
    private readonly Dictionary<decimal, List<PatchSeries>> successors = [];
    private readonly Dictionary<(string, PatchSeries), LaterPatch?> known = [];
    private readonly Dictionary<MailedPatch, HashSet<string>> changed = new(ReferenceEqualityComparer.Instance);

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
        for (var steps = 0; steps < patches.Count + 1; steps++)
        {
            var next = successors.TryGetValue(series.Version, out var list) ? list.Find(one => one.Version > series.Version) : null;
            if (next is null)
            {
                return null;
            }

            if (moment is null || DateOf(next) is not { } date || date > moment)
            {
                return Known(old, next);
            }

            series = next;
        }

        return null;
    }

    private LaterPatch? Known(MailedPatch old, PatchSeries next)
    {
        var key = (old.Message!.MessageId, next);
        if (!known.TryGetValue(key, out var later))
        {
            known.Add(key, later = Find(old, next));
        }

        return later;
    }

    private LaterPatch? Find(MailedPatch old, PatchSeries next)
    {
        List<MailedPatch> there = [.. next.Patches.Where(patch => !patch.Missing)];
        var now = there.Find(patch => patch.Title.Equals(old.Title, StringComparison.OrdinalIgnoreCase))
            ?? there.Find(patch => patch.PatchId is not null && patch.PatchId == old.PatchId)
            ?? there.Select(patch => (patch, shared: Shared(old, patch))).Where(one => one.shared >= MinShared).OrderByDescending(one => one.shared).FirstOrDefault().patch
            ?? (there.Count == 1 && patches[old.Message!.MessageId].Series.Expected == 1 && next.Expected == 1 ? there[0] : null);
        return now is null && !next.Complete ? null : new LaterPatch(old, now, next);
    }

    private double Shared(MailedPatch one, MailedPatch other)
    {
        var (a, b) = (Changed(one), Changed(other));
        var both = a.Count(b.Contains);
        return both == 0 ? 0 : (double)both / (a.Count + b.Count - both);
    }

    private HashSet<string> Changed(MailedPatch patch)
    {
        if (!changed.TryGetValue(patch, out var lines))
        {
            lines = patch.Files.SelectMany(file => file.Hunks.SelectMany(hunk => hunk.Lines).Where(line => line.Kind != DiffLineKind.Context && line.Text.Trim().Length > 2)
                .Select(line => $"{file.Path} {line.Kind} {line.Text.Trim()}")).ToHashSet(StringComparer.Ordinal);
            changed.Add(patch, lines);
        }

        return lines;
    }

    private static DateTimeOffset? DateOf(PatchSeries series) =>
        series.Cover?.Date ?? series.Patches.Select(patch => patch.Message?.Date).FirstOrDefault(date => date is not null);
}
