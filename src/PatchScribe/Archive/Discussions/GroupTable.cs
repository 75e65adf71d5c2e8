using PatchScribe.Archive.Storage;

namespace PatchScribe.Archive.Discussions;

/// <summary>
/// Puts mails that share a <see cref="TieKeys">tie</see> into one group; groups that turn out to be one are merged. What
/// changed since the last <see cref="Save"/> is written by it, in the transaction of the mails.
/// </summary>
internal sealed class GroupTable
{
    /// <summary>Ties that are kept in memory; older ones are looked up in the file.</summary>
    private const int MaxCached = 1 << 20;

    private readonly ArchiveFile file;
    private readonly Dictionary<long, long> cache = [];
    private readonly Dictionary<long, long> roots = [];
    private readonly List<long> merges = [];
    private readonly List<KeyValuePair<long, long>> added = [];
    private readonly HashSet<long> changed = [];
    private bool holdsAll;
    private long last;

    public GroupTable(ArchiveFile file)
    {
        this.file = file;
        var merged = file.Statement("SELECT grp, root FROM merged");
        while (merged.Step())
        {
            roots[merged.Integer(0)] = merged.Integer(1);
        }

        last = Math.Max(file.Statement("SELECT max(grp) FROM message").Scalar() ?? 0, roots.Count == 0 ? 0 : roots.Keys.Max());
        holdsAll = file.Statement("SELECT 1 FROM tie LIMIT 1").Scalar() is null;
    }

    /// <summary>The group for a mail with these ties.</summary>
    public long Join(long[] ties)
    {
        var group = 0L;
        foreach (var tie in ties)
        {
            if (Find(tie) is { } found)
            {
                group = group == 0 ? found : Merge(group, found);
            }
        }

        group = group == 0 ? ++last : group;
        foreach (var tie in ties)
        {
            if (cache.TryAdd(tie, group))
            {
                added.Add(new(tie, group));
            }
        }

        changed.Add(group);
        return group;
    }

    /// <summary>Marks a group whose mails changed.</summary>
    public void Touch(long group) => changed.Add(Root(group));

    /// <summary>Writes ties, merges, and the groups whose discussions have to be made anew.</summary>
    public void Save()
    {
        added.Sort((a, b) => a.Key.CompareTo(b.Key));
        var insert = file.Statement("INSERT OR IGNORE INTO tie(key, grp) VALUES(?, ?)");
        foreach (var (tie, group) in added)
        {
            insert.Bind(1, tie).Bind(2, Root(group)).Run();
        }

        foreach (var group in merges)
        {
            var root = Root(group);
            file.Statement("UPDATE message SET grp=? WHERE grp=?").Bind(1, root).Bind(2, group).Run();
            file.Statement("DELETE FROM discussion WHERE grp=?").Bind(1, group).Run();
            file.Statement("DELETE FROM dirty WHERE grp=?").Bind(1, group).Run();
            file.Statement("INSERT OR REPLACE INTO merged(grp, root) VALUES(?, ?)").Bind(1, group).Bind(2, root).Run();
        }

        foreach (var group in changed.Select(Root).ToHashSet())
        {
            file.Statement("INSERT OR IGNORE INTO dirty(grp) VALUES(?)").Bind(1, group).Run();
        }

        added.Clear();
        merges.Clear();
        changed.Clear();
        if (cache.Count > MaxCached)
        {
            cache.Clear();
            holdsAll = false;
        }
    }

    private long? Find(long tie)
    {
        if (!cache.TryGetValue(tie, out var group))
        {
            if (holdsAll || file.Statement("SELECT grp FROM tie WHERE key=?").Bind(1, tie).Scalar() is not { } stored)
            {
                return null;
            }

            cache[tie] = group = stored;
        }

        return Root(group);
    }

    private long Merge(long a, long b)
    {
        if (a == b)
        {
            return a;
        }

        var (root, gone) = a < b ? (a, b) : (b, a);
        roots[gone] = root;
        merges.Add(gone);
        changed.Add(root);
        return root;
    }

    private long Root(long group)
    {
        while (roots.TryGetValue(group, out var root))
        {
            group = root;
        }

        return group;
    }
}
