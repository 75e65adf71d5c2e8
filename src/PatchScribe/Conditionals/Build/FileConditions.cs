namespace PatchScribe.Conditionals.Build;

/// <summary>
/// What the build asks for a whole source file, from the build files of its folder and the ones above, the top one only
/// for the files beside it: meson source sets and the sets that take them in, or kernel-style makefiles and the objects they link.
/// </summary>
internal sealed class FileConditions(params Func<string, string?>[] trees)
{
    /// <summary>Source sets that take each other in are followed so far.</summary>
    private const int MaxDepth = 8;

    private static readonly string[] Makefiles = ["Makefile", "Kbuild", "Makefile.objs", "Makefile.target"];

    private readonly Dictionary<(int Tree, string Folder), IReadOnlyList<BuildEntry>> read = [];

    /// <summary>The condition of a file by the first tree that says something about it; null when none does.</summary>
    public Condition? Of(string path)
    {
        if (!path.EndsWith(".c", StringComparison.Ordinal) && !path.EndsWith(".cc", StringComparison.Ordinal) && !path.EndsWith(".S", StringComparison.Ordinal))
        {
            return null;
        }

        for (var tree = 0; tree < trees.Length; tree++)
        {
            if (Of(path, tree) is { } condition)
            {
                return condition;
            }
        }

        return null;
    }

    private Condition? Of(string path, int tree)
    {
        if (!path.Contains('/'))
        {
            return Of(Entries(tree, ""), path);
        }

        Condition? found = null;
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            var entries = Entries(tree, path[..slash]);
            if (found is null)
            {
                found = Of(entries, path[(slash + 1)..]);
            }
            else
            {
                // The folder below, and everything in it.
                var folder = path[(slash + 1)..(path.IndexOf('/', slash + 1) + 1)];
                found = found.And(Named(entries, folder) ?? Condition.True);
            }
        }

        return found;
    }

    private static Condition? Of(IReadOnlyList<BuildEntry> entries, string name) => Named(entries, name) ?? Named(entries, Path.ChangeExtension(name, ".o"));

    /// <summary>Any statement that takes the target in is enough; a set counts under the condition of what takes it in here.</summary>
    private static Condition? Named(IReadOnlyList<BuildEntry> entries, string target, int depth = 0)
    {
        Condition? found = null;
        foreach (var entry in entries)
        {
            if (entry.Target != target || entry.IsSetting)
            {
                continue;
            }

            var outer = depth < MaxDepth && entry.Set.Length > 0 && entry.Set != target
                ? Named(entries, entry.Construct == ConditionalConstruct.Makefile ? entry.Set + ".o" : entry.Set, depth + 1)
                : null;
            var condition = entry.Condition.And(outer ?? Condition.True);
            found = found is null ? condition : found.Or(condition);
        }

        return found;
    }

    private IReadOnlyList<BuildEntry> Entries(int tree, string folder)
    {
        if (read.TryGetValue((tree, folder), out var known))
        {
            return known;
        }

        var start = folder.Length == 0 ? "" : folder + "/";
        var entries = trees[tree](start + "meson.build") is { } meson ? [.. MesonReader.Read(meson)]
            : (IReadOnlyList<BuildEntry>)[.. Makefiles.Select(name => trees[tree](start + name)).OfType<string>().SelectMany(MakefileReader.Read)];
        read.Add((tree, folder), entries);
        return entries;
    }
}
