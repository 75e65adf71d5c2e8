using System.Globalization;
using PatchScribe.Review;
using PatchScribe.Summaries;
using PatchScribe.Threads;

namespace PatchScribe.Rendering.SummaryPages;

/// <summary>One line for each patch of the newest series that has something: open points by kind, tags. The rest is counted in one.</summary>
internal static class PatchLines
{
    public static IEnumerable<PageItem> Of(ThreadSummary summary)
    {
        if (summary.Newest is not { Patches.Count: > 1 } newest)
        {
            yield break;
        }

        var points = summary.Review.Points.ToLookup(point => point.Place.PatchMessageId ?? "", StringComparer.Ordinal);
        var tags = summary.Discussion.Trailers.ToLookup(tag => tag.PatchMessageId, StringComparer.Ordinal);
        var (quiet, missing) = (0, 0);
        foreach (var patch in newest.Patches)
        {
            if (patch.Missing)
            {
                missing++;
                continue;
            }

            var id = patch.Message?.MessageId ?? "";
            var parts = Parts([.. points[id]], [.. tags[id]]).ToList();
            if (parts.Count == 0)
            {
                quiet++;
                continue;
            }

            var open = points[id].Any(point => SummaryPageBuilder.ToneOf(point.Status) == Tone.Bad);
            yield return new PageItem($"{patch.Title}: {string.Join(", ", parts)}", Label: $"{patch.Index?.ToString(CultureInfo.InvariantCulture) ?? "?"}/{newest.Expected.ToString(CultureInfo.InvariantCulture)}",
                Tone: open ? Tone.Bad : Tone.Good);
        }

        if (missing > 0)
        {
            yield return new PageItem($"{PageFacts.Count(missing, "patch")} not in this source", Tone: Tone.Bad);
        }

        if (quiet > 0)
        {
            yield return new PageItem($"{PageFacts.Count(quiet, "patch")} without remark or tag");
        }
    }

    private static IEnumerable<string> Parts(List<ReviewPoint> points, List<TrailerGiven> tags)
    {
        foreach (var group in points.GroupBy(point => point.Kind is "code" or "question" or "documentation" or "process" ? point.Kind : "log", StringComparer.Ordinal).OrderBy(group => group.Key != "log"))
        {
            var open = group.Count(point => SummaryPageBuilder.ToneOf(point.Status) == Tone.Bad);
            yield return $"{group.Key} {open.ToString(CultureInfo.InvariantCulture)} of {group.Count().ToString(CultureInfo.InvariantCulture)} open";
        }

        foreach (var state in tags.GroupBy(tag => (tag.State, tag.Token)).ToList())
        {
            yield return $"{(state.Key.State == "given" ? "" : state.Key.State + " ")}{state.Key.Token}{(state.Count() > 1 ? $" x{state.Count().ToString(CultureInfo.InvariantCulture)}" : "")}";
        }
    }
}
