using PatchScribe.Diffs;

namespace PatchScribe.Conditionals.Build;

/// <summary>
/// Compares the entries of a Kconfig file: an entry that comes, goes or depends on something else; a <c>select</c>,
/// <c>imply</c> or <c>default</c> of an entry that stays. The symbol is the one that is defined, selected, implied or set.
/// </summary>
internal static class KconfigComparer
{
    public static IReadOnlyList<StatedChange> Compare(FileChange file)
    {
        var (before, after) = (Read(FileSide.Before(file)), Read(FileSide.After(file)));
        var changes = new List<StatedChange>();
        foreach (var key in before.Keys.Union(after.Keys))
        {
            var (old, now) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            if (Changed(old?.Condition, now?.Condition) && (key.Kind == "config" || IsOfKeptEntry(old ?? now!, before, after)))
            {
                changes.Add(Change(file, key.Kind, old, now));
            }
        }

        return changes;
    }

    private static bool Changed(Condition? old, Condition? now) => old is null || now is null || !old.Equals(now);

    /// <summary>What an entry selects when it is new itself is told by the entry.</summary>
    private static bool IsOfKeptEntry(KconfigStatement one, Dictionary<(string Kind, string Symbol, string Entry), KconfigStatement> before, Dictionary<(string Kind, string Symbol, string Entry), KconfigStatement> after)
    {
        var entry = ("config", "CONFIG_" + one.Entry, one.Entry);
        return before.ContainsKey(entry) == after.ContainsKey(entry);
    }

    private static StatedChange Change(FileChange file, string kind, KconfigStatement? old, KconfigStatement? now)
    {
        var shown = (now ?? old)!;
        var edit = now is null ? ConditionalChangeKind.Removed : old is null ? ConditionalChangeKind.Added : ConditionalChangeKind.Changed;
        var row = new ConditionalChange(shown.Symbol, file.Path, edit, old?.Condition.ToString(), now?.Condition.ToString(), EditClasses.Of(old?.Condition, now?.Condition), old?.Line, now?.Line, ConditionalConstruct.Kconfig)
        {
            Statement = kind == "config" ? "depends on" : kind,
        };
        return new StatedChange(row, shown.Condition.ToString(), null, [kind + shown.Symbol]);
    }

    private static Dictionary<(string Kind, string Symbol, string Entry), KconfigStatement> Read(FileSide side) => side.Segments
        .SelectMany(segment => KconfigReader.Read(segment.Text).Select(one => one with { Line = one.Line + segment.FirstLine - 1 }))
        .GroupBy(one => (one.Kind, one.Symbol, one.Entry))
        .ToDictionary(group => group.Key, group => group.Aggregate((all, one) => all with { Condition = all.Condition.Or(one.Condition) }));
}
