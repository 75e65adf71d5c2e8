namespace PatchScribe.Threads.Grouping;

/// <summary>
/// Orders the series of a discussion: lines of versions one after the other, the line that the discussion is about last;
/// in a line older versions first, requests for comments before a count that starts anew.
/// </summary>
internal static class SeriesOrder
{
    public static IReadOnlyList<PatchSeries> Order(IReadOnlyList<PatchSeries> series, string rootMessageId)
    {
        if (series.Count < 2)
        {
            return series;
        }

        var position = Enumerable.Range(0, series.Count).GroupBy(i => series[i].Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var ties = series.SelectMany((one, i) => new[] { one.PreviousId, one.ResendOf }.Where(id => id is not null && position.ContainsKey(id)).Select(id => (IReadOnlyList<int>)[i, position[id!]]));
        var lines = new ThreadGroups(series.Count, ties);
        return
        [
            .. Enumerable.Range(0, series.Count).GroupBy(lines.GroupOf)
                .Select(line => line.Select(i => series[i]).ToList())
                .OrderBy(line => line.Exists(one => one.Kind == "patches")).ThenBy(line => line.Exists(one => IsRoot(one, rootMessageId)))
                .ThenBy(line => line.Max(one => one.Patches.Count)).ThenBy(line => line.Min(one => one.Date)).ThenBy(line => line[0].Id, StringComparer.Ordinal)
                .SelectMany(Line),
        ];
    }

    private static IEnumerable<PatchSeries> Line(List<PatchSeries> line)
    {
        var anew = line.Exists(one => !one.Rfc && line.Exists(rfc => rfc.Id == one.PreviousId && rfc.Rfc && rfc.Version >= one.Version));
        return line.OrderBy(one => anew && !one.Rfc).ThenBy(one => one.Version).ThenBy(one => one.Date).ThenBy(one => one.Id, StringComparer.Ordinal);
    }

    private static bool IsRoot(PatchSeries series, string rootMessageId) =>
        series.Cover?.MessageId == rootMessageId || series.Patches.Any(patch => patch.MessageId == rootMessageId);
}
