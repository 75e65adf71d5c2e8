using PatchScribe.Conditionals;
using PatchScribe.Conditionals.Code;
using PatchScribe.Diffs;
using PatchScribe.UserMessages;

namespace PatchScribe.Interfaces;

/// <summary>Compares what users can name before and after a change: appeared, vanished, or another presence condition. A move is no change.</summary>
public static class InterfaceComparer
{
    /// <summary>Compares all files; results by file, then line.</summary>
    public static IReadOnlyList<InterfaceChange> Compare(IReadOnlyList<FileChange> files) => Compare(files, CodeChange.Of(files));

    internal static IReadOnlyList<InterfaceChange> Compare(IReadOnlyList<FileChange> files, IReadOnlyList<CodeChange> code)
    {
        var before = code.SelectMany(change => Find(change, change.Before, change.Map.Removed)).ToList();
        var after = code.SelectMany(change => Find(change, change.After, change.Map.Added)).ToList();
        foreach (var file in files.Where(file => !file.Binary))
        {
            var language = SourceLanguage.Of(file.Path);
            before.AddRange(InterfaceFinder.Find(file.OldPath ?? file.Path, language, FileSide.Before(file)));
            after.AddRange(InterfaceFinder.Find(file.Path, language, FileSide.After(file)));
        }

        (before, after) = (Joined(before), Joined(after));
        var changes = new List<InterfaceChange>();
        Pair(before, after, site => (site.Path, site.Kind, site.Name, site.Condition?.ToString()), changes);
        Pair(before, after, site => (site.Path, site.Kind, site.Name), changes);
        Pair(before, after, site => (site.Kind, site.Name), changes);
        foreach (var change in code.Where(change => !change.TouchesDirectives))
        {
            RemoveKept(after, change.After, change.Map.Added, change.Before);
            RemoveKept(before, change.Before, change.Map.Removed, change.After);
        }

        changes.AddRange(before.Select(site => new InterfaceChange(site.Kind, site.Name, site.Path, UserMessageChangeKind.Removed, site.Condition?.ToString(), null, site.Line, null)));
        changes.AddRange(after.Select(site => new InterfaceChange(site.Kind, site.Name, site.Path, UserMessageChangeKind.Added, null, site.Condition?.ToString(), null, site.Line)));
        return [.. changes.OrderBy(change => change.File, StringComparer.Ordinal).ThenBy(change => change.LineAfter ?? change.LineBefore)];
    }

    private static IEnumerable<InterfaceSite> Find(CodeChange change, CodeVersion version, IReadOnlySet<int> changed) => change.TouchesDirectives
        ? InterfaceFinder.Find(version, changed: null)
        : InterfaceFinder.Find(version, changed, change.File.Lines.Any(static line => line.Kind != DiffLineKind.Context && InitializerNames.MayStandIn(line.Text)));

    /// <summary>A name in two arms of a conditional is one that is there under either condition.</summary>
    private static List<InterfaceSite> Joined(List<InterfaceSite> sites) => [.. sites.GroupBy(site => (site.Path, site.Kind, site.Name)).SelectMany(group => group.Aggregate(new List<InterfaceSite>(), (all, site) =>
    {
        var at = all.FindIndex(one => one.Condition is not null && site.Condition is not null && one.Condition.And(site.Condition).IsFalse);
        if (at < 0)
        {
            all.Add(site);
        }
        else
        {
            all[at] = all[at] with { Condition = all[at].Condition!.Or(site.Condition!) };
        }

        return all;
    }))];

    /// <summary>Takes off what only gained or lost lines inside its call: it begins on a line that did not change, and the other version has it.</summary>
    private static void RemoveKept(List<InterfaceSite> sites, CodeVersion version, IReadOnlySet<int> changed, CodeVersion other)
    {
        if (sites.Exists(site => site.Path == version.Path && !changed.Contains(site.Line)))
        {
            var known = InterfaceFinder.Find(other, changed: null).Select(site => (site.Kind, site.Name)).ToHashSet();
            sites.RemoveAll(site => site.Path == version.Path && !changed.Contains(site.Line) && known.Contains((site.Kind, site.Name)));
        }
    }

    /// <summary>Takes equal sites off both lists; a pair whose condition differs becomes a change.</summary>
    private static void Pair<TKey>(List<InterfaceSite> before, List<InterfaceSite> after, Func<InterfaceSite, TKey> key, List<InterfaceChange> changes)
        where TKey : notnull
    {
        if (before.Count == 0 || after.Count == 0)
        {
            return;
        }

        var open = after.GroupBy(key).ToDictionary(group => group.Key, group => new Queue<InterfaceSite>(group));
        var paired = new HashSet<InterfaceSite>(ReferenceEqualityComparer.Instance);
        foreach (var old in before)
        {
            if (!open.TryGetValue(key(old), out var candidates) || !candidates.TryDequeue(out var now))
            {
                continue;
            }

            paired.Add(old);
            paired.Add(now);
            if (!Equals(old.Condition, now.Condition))
            {
                // Where hunks show a condition on one side only, the other side has none of it.
                changes.Add(new InterfaceChange(now.Kind, now.Name, now.Path, UserMessageChangeKind.ConditionChanged,
                    old.Condition?.ToString() ?? "true", now.Condition?.ToString() ?? "true", old.Line, now.Line));
            }
        }

        before.RemoveAll(paired.Contains);
        after.RemoveAll(paired.Contains);
    }
}
