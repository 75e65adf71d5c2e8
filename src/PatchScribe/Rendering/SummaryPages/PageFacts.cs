using System.Globalization;
using PatchScribe.Summaries;
using PatchScribe.Threads;

namespace PatchScribe.Rendering.SummaryPages;

/// <summary>The lines of facts at the head of a page: who, when, how much; which versions the source holds; tags.</summary>
internal static class PageFacts
{
    private const int MaxVersions = 6;

    public static IReadOnlyList<string> Of(ThreadSummary summary)
    {
        var discussion = summary.Discussion;
        var facts = new List<string> { $"{Dates(summary)}, {Count(discussion.Messages.Count, "mail")} by {Count(summary.Participants.Count, "person")}" };
        if (discussion.Messages.Any(message => message.Pasted))
        {
            facts.Add("a pasted page: quote marks lost, authors unknown");
        }

        if (discussion.Series.Count > 0)
        {
            facts.Add($"{discussion.Series[^1].Author.Name}: {string.Join("; ", Versions(discussion.Series))}");
        }

        if (Tags(discussion) is { Length: > 0 } tags)
        {
            facts.Add(tags);
        }

        return facts;
    }

    public static string Day(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Count(int count, string noun) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? noun : noun == "person" ? "people" : noun.EndsWith('h') ? noun + "es" : noun + "s")}";

    /// <summary>The newest versions, and those below the newest that the source lacks.</summary>
    private static IEnumerable<string> Versions(IReadOnlyList<PatchSeries> series)
    {
        if (series.Count > MaxVersions)
        {
            yield return $"{series.Count - MaxVersions} more";
        }

        foreach (var one in series.Skip(Math.Max(0, series.Count - MaxVersions)))
        {
            var missing = one.Patches.Count(patch => patch.Missing);
            yield return $"{(one.Kind == "patches" ? "" : one.Kind + " ")}v{Number(one.Version)} {(missing > 0 ? $"lacks {missing.ToString(CultureInfo.InvariantCulture)} of {Count(one.Expected, "patch")}" : $"({(one.Expected == 1 ? "" : "complete, ")}{Count(one.Expected, "patch")})")}";
        }

        var held = series.Where(one => one.Kind == "patches").Select(one => one.Version).ToHashSet();
        var newest = held.Count == 0 ? 0 : held.Max();
        var lacking = Enumerable.Range(1, (int)Math.Min(newest, 99)).Where(version => version < newest && !held.Contains(version)).Select(version => "v" + version.ToString(CultureInfo.InvariantCulture)).ToList();
        if (lacking.Count > 0)
        {
            yield return $"{string.Join(", ", lacking)} not in this source";
        }
    }

    private static string Tags(Discussion discussion) => string.Join("; ", discussion.Trailers.GroupBy(tag => tag.State, StringComparer.Ordinal)
        .Select(group => $"{group.Key}: {string.Join(", ", group.Select(tag => $"{tag.Token} {Name(tag.Value)}").Distinct(StringComparer.Ordinal).Take(6))}{(group.Count() > 6 ? " ..." : "")}"));

    private static string Name(string value) => value.IndexOf('<', StringComparison.Ordinal) is var at and > 0 ? value[..at].Trim() : value;

    private static string Number(decimal version) => version.ToString(CultureInfo.InvariantCulture);

    private static string Dates(ThreadSummary summary)
    {
        var messages = summary.Discussion.Messages;
        var (first, last) = (messages.Min(message => message.Date), messages.Max(message => message.Date));
        return first is null ? "no dates" : Day(first.Value) == Day(last!.Value) ? Day(first.Value) : $"{Day(first.Value)} to {Day(last.Value)}";
    }
}
