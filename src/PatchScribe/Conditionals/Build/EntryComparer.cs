using PatchScribe.Diffs;

namespace PatchScribe.Conditionals.Build;

/// <summary>
/// Compares what build and schema files put under conditions, target by target: the same target under another condition
/// is a change of each symbol that comes, goes or stays; targets that share a change share its row. A statement that only
/// takes in one more target states no new condition.
/// </summary>
internal static class EntryComparer
{
    private sealed record Side(Condition Condition, BuildEntry First);

    private sealed record Row(string Symbol, ConditionalChangeKind Kind, string? Before, string? After, ConditionalConstruct Construct);

    public static IReadOnlyList<StatedChange> Compare(FileChange file, Func<string, IEnumerable<BuildEntry>> read)
    {
        var (before, after) = (Read(FileSide.Before(file), read), Read(FileSide.After(file), read));
        var (old, now) = (Targets(before), Targets(after));
        var (keptBefore, keptAfter) = (Kept(before, now), Kept(after, old));
        var rows = new Dictionary<Row, (StatedChange Change, List<string> Body)>();
        foreach (var target in old.Keys.Union(now.Keys, StringComparer.Ordinal))
        {
            var (was, has) = (old.GetValueOrDefault(target), now.GetValueOrDefault(target));
            if ((was is not null && has is not null && was.Condition.Equals(has.Condition))
                || (was is null && keptAfter.Contains(has!.First.Statement)) || (has is null && keptBefore.Contains(was!.First.Statement)))
            {
                continue;
            }

            Add(file, target, was, has, rows);
        }

        return [.. rows.Values.Select(pair => pair.Change with { Body = pair.Body })];
    }

    private static List<BuildEntry> Read(FileSide side, Func<string, IEnumerable<BuildEntry>> read) =>
        [.. side.Segments.SelectMany((segment, index) => read(segment.Text)
            .Select(entry => entry with { Line = entry.Line + segment.FirstLine - 1, Statement = entry.Statement + (index << 20) }))];

    private static Dictionary<string, Side> Targets(List<BuildEntry> entries) => entries
        .GroupBy(entry => entry.Target, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => new Side(group.Aggregate(Condition.False, (all, entry) => all.Or(entry.Condition)), group.First()), StringComparer.Ordinal);

    /// <summary>Statements that hold a target which the other version has under the same condition.</summary>
    private static HashSet<int> Kept(List<BuildEntry> entries, Dictionary<string, Side> others) =>
        [.. entries.Where(entry => others.TryGetValue(entry.Target, out var there) && there.Condition.Equals(entry.Condition)).Select(entry => entry.Statement)];

    private static void Add(FileChange file, string target, Side? was, Side? has, Dictionary<Row, (StatedChange Change, List<string> Body)> rows)
    {
        var shown = (has ?? was)!.First;
        var (left, right) = shown.IsSetting ? (was is null ? [] : [target], has is null ? [] : [target])
            : (was is null ? [] : ConfigurationSymbols.In(was.Condition), has is null ? [] : ConfigurationSymbols.In(has.Condition));
        foreach (var symbol in left.Union(right, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var kind = !right.Contains(symbol, StringComparer.Ordinal) ? ConditionalChangeKind.Removed
                : !left.Contains(symbol, StringComparer.Ordinal) ? ConditionalChangeKind.Added : ConditionalChangeKind.Changed;
            var row = new Row(symbol, kind, was?.Condition.ToString(), has?.Condition.ToString(), shown.Construct);
            if (rows.TryGetValue(row, out var known))
            {
                known.Body.Add(target);
                continue;
            }

            var change = new ConditionalChange(symbol, file.Path, kind, row.Before, row.After, EditClasses.Of(was?.Condition, has?.Condition), was?.First.Line, has?.First.Line, shown.Construct);
            rows.Add(row, (new StatedChange(change, (row.After ?? row.Before)!, null, []), [target]));
        }
    }
}
