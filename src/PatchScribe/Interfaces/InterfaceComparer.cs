using PatchScribe.Diffs;
using PatchScribe.UserMessages;

namespace PatchScribe.Interfaces;

/// <summary>Compares what users can name before and after a change: appeared, vanished, or another presence condition. A move is no change.</summary>
public static class InterfaceComparer
{
    /// <summary>Compares all files; results by file, then line.</summary>
    public static IReadOnlyList<InterfaceChange> Compare(IReadOnlyList<FileChange> files)
    {
        var before = files.SelectMany(file => InterfaceFinder.Find(file.OldPath ?? file.Path, FileSide.Before(file))).ToList();
        var after = files.SelectMany(file => InterfaceFinder.Find(file.Path, FileSide.After(file))).ToList();
        var changes = new List<InterfaceChange>();
        Pair(before, after, site => (site.Path, site.Kind, site.Name, site.Condition?.ToString()), changes);
        Pair(before, after, site => (site.Path, site.Kind, site.Name), changes);
        Pair(before, after, site => (site.Kind, site.Name), changes);
        changes.AddRange(before.Select(site => new InterfaceChange(site.Kind, site.Name, site.Path, UserMessageChangeKind.Removed, site.Condition?.ToString(), null, site.Line, null)));
        changes.AddRange(after.Select(site => new InterfaceChange(site.Kind, site.Name, site.Path, UserMessageChangeKind.Added, null, site.Condition?.ToString(), null, site.Line)));
        return [.. changes.OrderBy(change => change.File, StringComparer.Ordinal).ThenBy(change => change.LineAfter ?? change.LineBefore)];
    }

    /// <summary>Takes equal sites off both lists; a pair whose condition differs becomes a change.</summary>
    private static void Pair<TKey>(List<InterfaceSite> before, List<InterfaceSite> after, Func<InterfaceSite, TKey> key, List<InterfaceChange> changes)
        where TKey : notnull
    {
        var open = after.GroupBy(key).ToDictionary(group => group.Key, group => new Queue<InterfaceSite>(group));
        foreach (var old in before.ToList())
        {
            if (!open.TryGetValue(key(old), out var candidates) || !candidates.TryDequeue(out var now))
            {
                continue;
            }

            before.Remove(old);
            after.Remove(now);
            if (!Equals(old.Condition, now.Condition))
            {
                // Where hunks show a condition on one side only, the other side has none of it.
                changes.Add(new InterfaceChange(now.Kind, now.Name, now.Path, UserMessageChangeKind.ConditionChanged,
                    old.Condition?.ToString() ?? "true", now.Condition?.ToString() ?? "true", old.Line, now.Line));
            }
        }
    }
}
