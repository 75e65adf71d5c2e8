using PatchScribe.Conditionals;
using PatchScribe.Conditionals.Build;
using PatchScribe.Conditionals.Code;
using PatchScribe.Diffs;
using PatchScribe.Git;

namespace PatchScribe.Analysis;

/// <summary>
/// The trees before and after a change, as far as an analysis asks for them: a path in, its text out (null: not there).
/// Every file is asked for once.
/// </summary>
public sealed class SourceTrees
{
    private readonly Func<string, string?> before;
    private readonly Func<string, string?> after;
    private readonly FileConditions conditions;
    private readonly FileConditions conditionsBefore;

    /// <summary>Takes the readers of both trees; one and the same reader stands for a tree that did not change.</summary>
    public SourceTrees(Func<string, string?> before, Func<string, string?> after)
    {
        this.before = Cached(before);
        this.after = before == after ? this.before : Cached(after);
        conditions = new FileConditions(this.after, this.before);
        conditionsBefore = new FileConditions(this.before);
    }

    /// <summary>The trees of a commit and its first parent.</summary>
    public static SourceTrees Of(GitRepository repository, Commit commit) => Of(repository, commit.Parents.Count > 0 ? commit.Parents[0] : null, commit.Id);

    /// <summary>The trees of two revisions; an empty one stands for the index, null for no tree at all.</summary>
    public static SourceTrees Of(GitRepository repository, string? before, string? after) => new(
        path => before is null ? null : repository.ReadFile(before, path),
        path => after is null ? null : repository.ReadFile(after, path));

    /// <summary>The tree of one revision on both sides: what is known beside a mailed patch.</summary>
    public static SourceTrees At(GitRepository repository, string revision)
    {
        Func<string, string?> read = path => repository.ReadFile(revision, path);
        return new(read, read);
    }

    /// <summary>The same trees where a change has its own files: a mailed patch is not in the tree that it is laid beside.</summary>
    internal SourceTrees With(IReadOnlyList<FileChange> files)
    {
        var complete = files.Where(file => file.Complete && !file.Binary).ToList();
        var old = complete.GroupBy(file => file.OldPath ?? file.Path, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().OldText, StringComparer.Ordinal);
        var now = complete.GroupBy(file => file.Path, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().NewText, StringComparer.Ordinal);
        return new SourceTrees(path => old.TryGetValue(path, out var text) ? text : before(path), path => now.TryGetValue(path, out var text) ? text : after(path));
    }

    /// <summary>What the build asks for a file, in normal form; null when its build files do not say.</summary>
    public string? FileCondition(string path) => conditions.Of(path)?.ToString();

    /// <summary>The same as a formula, before the change or after it.</summary>
    internal Condition? BuildCondition(string path, bool isBefore) => (isBefore ? conditionsBefore : conditions).Of(path);

    /// <summary>The text of a directly included file: beside the file, in include/, or from the top.</summary>
    internal string? Include(CodeVersion version, string name)
    {
        var folder = version.Path[..(version.Path.LastIndexOf('/') + 1)];
        var read = version.IsBefore ? before : after;
        return name.Contains("..", StringComparison.Ordinal) ? null : read(folder + name) ?? read("include/" + name) ?? read(name);
    }

    private static Func<string, string?> Cached(Func<string, string?> read)
    {
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        return path => texts.TryGetValue(path, out var text) ? text : texts[path] = read(path);
    }
}
