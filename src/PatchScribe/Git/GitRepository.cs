using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;
using PatchScribe.Git.Words;
using PatchScribe.Plumbing;

namespace PatchScribe.Git;

/// <summary>
/// A repository read through git's plumbing: commits, their changes with both versions of each file, and files of a
/// tree. Nothing in the repository is run. A directory that is no repository and a revision that does not exist are an
/// <see cref="InputException"/>; a missing blob is a diagnostic.
/// </summary>
public sealed class GitRepository : IDisposable
{
    /// <summary>The largest file version that is looked at, in bytes; of a larger one only the hunks are.</summary>
    public const int MaxFileBytes = 16 * 1024 * 1024;

    /// <summary>Newest commits whose titles are read: all of QEMU's and git's, some years of Linux's.</summary>
    private const int MaxTitles = 200_000;

    private readonly string directory;
    private readonly Lazy<ObjectReader> objects;
    private readonly Lazy<Dictionary<string, string>> titles;
    private readonly List<Diagnostic> diagnostics = [];

    private GitRepository(string directory)
    {
        this.directory = directory;
        objects = new Lazy<ObjectReader>(() => new ObjectReader(directory));
        titles = new Lazy<Dictionary<string, string>>(ReadTitles);
    }

    /// <summary>The directory it was opened with, as a full path.</summary>
    public string FullPath => Path.GetFullPath(directory);

    /// <summary>What could not be read so far.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>The folder that holds the objects, for a scratch repository that borrows them; null when git does not say.</summary>
    internal string? ObjectsDirectory =>
        GitProcess.Run(directory, out _, "rev-parse", "--path-format=absolute", "--git-path", "objects") is { } path ? Encoding.UTF8.GetString(path).TrimEnd('\n') : null;

    /// <summary>Opens a work tree or a bare repository.</summary>
    public static GitRepository Open(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new InputException($"no such directory: {directory}", "give the directory of a git repository");
        }

        return GitProcess.Run(directory, out _, "rev-parse", "--git-dir") is not null
            ? new GitRepository(directory)
            : throw new InputException($"{directory} is not a git repository", "give the directory of a clone, or leave --repo out");
    }

    /// <summary>The commit that a revision (gitrevisions(7)) names.</summary>
    public Commit ReadCommit(string revision) =>
        FindCommit(revision) ?? throw new InputException($"no commit '{revision}' in {directory}", "look it up with git log, or fetch it");

    /// <summary>The commit that a revision or an abbreviated id names; null when there is none or several.</summary>
    public Commit? FindCommit(string revision)
    {
        if (revision.Length == 0 || revision[0] == '-' || revision.Contains("..", StringComparison.Ordinal))
        {
            return null;
        }

        return objects.Value.Read(revision + "^{commit}") is { Type: "commit" } found ? CommitReader.Read(found.Id, found.Bytes) : null;
    }

    /// <summary>The newest commit of HEAD's history with the title, letter case aside; null when there is none. The titles of the history are read once.</summary>
    public Commit? FindTitle(string title) => titles.Value.TryGetValue(title, out var id) ? FindCommit(id) : null;

    private Dictionary<string, string> ReadTitles()
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        ReadOnlySpan<byte> output = GitProcess.Run(directory, out _, "log", "--no-merges", $"--max-count={MaxTitles}", "--format=%H %s", "HEAD") ?? [];
        foreach (var range in output.Split((byte)'\n'))
        {
            if (output[range] is var line && line.IndexOf((byte)' ') is > 0 and var at)
            {
                found.TryAdd(Encoding.UTF8.GetString(line[(at + 1)..]), Encoding.ASCII.GetString(line[..at]));
            }
        }

        return found;
    }

    /// <summary>True for the beginning of an id that several objects share, so that git cannot tell which commit is meant.</summary>
    public bool IsAmbiguous(string hash) =>
        hash.Length > 0 && hash.All(char.IsAsciiHexDigit) && FindCommit(hash) is null && objects.Value.IsAmbiguous(hash);

    /// <summary>Commits of a range A..B, oldest first.</summary>
    public IReadOnlyList<Commit> ReadRange(string range)
    {
        var output = range.StartsWith('-') ? null : GitProcess.Run(directory, out _, "rev-list", "--reverse", "--no-merges", "--end-of-options", range);
        return output is null
            ? throw new InputException($"no such range '{range}' in {directory}", "give A..B, both known to git rev-parse")
            : [.. Encoding.ASCII.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadCommit)];
    }

    /// <summary>Changes of a commit against its first parent (a root commit: everything is added), with both versions.</summary>
    public IReadOnlyList<FileChange> ReadChanges(Commit commit) =>
        ReadDiff($"compare {commit.Id}", ["diff-tree", "-r", "--no-commit-id", .. commit.Parents.Count > 0 ? [commit.Parents[0], commit.Id] : (string[])["--root", commit.Id]]) ?? [];

    /// <summary>The same for several commits (500 at most), their diffs from one git.</summary>
    public IReadOnlyList<IReadOnlyList<FileChange>> ReadChanges(IReadOnlyList<Commit> commits)
    {
        var diffs = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var stream = new DiffStream(directory, [], context: 3);
            stream.Ask([.. commits.Select(commit => commit.Id)]);
            stream.Read(commit =>
            {
                if (!commit.Cut)
                {
                    diffs[commit.Id] = Encoding.UTF8.GetString(commit.Diff);
                }
            });
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            // git gave up at the first object that it lacks; those behind it are asked for one by one.
        }

        return [.. commits.Select(commit => diffs.TryGetValue(commit.Id, out var diff) ? ReadFiles(diff) : ReadChanges(commit))];
    }

    /// <summary>The whole effect of a range A..B (from A, or with three dots from where B left it), with both versions of each file.</summary>
    public IReadOnlyList<FileChange> ReadCombined(string range)
    {
        var (before, after) = RangeEnds(range);
        return ReadDiff($"compare {range}", ["diff-tree", "-r", "--no-commit-id", before, after]) ?? [];
    }

    /// <summary>Full ids of the two trees that a range compares.</summary>
    public (string Before, string After) RangeEnds(string range)
    {
        var dots = range.IndexOf("..", StringComparison.Ordinal);
        var three = dots >= 0 && range.AsSpan(dots).StartsWith("...");
        var (first, last) = dots < 0 ? (range + "^", range) : (range[..dots], range[(dots + (three ? 3 : 2))..]);
        var (before, after) = (ReadCommit(first.Length == 0 ? "HEAD" : first).Id, ReadCommit(last.Length == 0 ? "HEAD" : last).Id);
        if (three && GitProcess.Run(directory, out _, "merge-base", before, after) is { } found)
        {
            before = Encoding.ASCII.GetString(found).Trim();
        }

        return (before, after);
    }

    /// <summary>The diff of the index against HEAD, with both versions; <paramref name="indexFile"/> is another index than the repository's, as hooks are given.</summary>
    public IReadOnlyList<FileChange> ReadStaged(string? indexFile = null) => ReadDiff("read the index", ["diff-index", "--cached", "HEAD"], indexFile)
        ?? throw new InputException($"git could not read the index of {directory}", "make a first commit, or give a revision");

    private IReadOnlyList<FileChange>? ReadDiff(string what, string[] command, string? indexFile = null)
    {
        var output = GitProcess.Run(directory, indexFile, out var error,
            [command[0], "-p", "-M", "--full-index", "--no-ext-diff", "--no-textconv", "--no-color", "--src-prefix=a/", "--dst-prefix=b/", .. command[1..]]);
        if (output is null)
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.BlobMissing, Severity.Warning, $"git could not {what}: {error}", directory));
            return null;
        }

        return ReadFiles(Encoding.UTF8.GetString(output));
    }

    private IReadOnlyList<FileChange> ReadFiles(string diff) => [.. DiffReader.Read(diff).Files.Select(WithTexts)];

    /// <summary>
    /// Gives a mailed change its complete versions: the one before by the blob id of its index line, the one after by
    /// applying the hunks. What the repository does not have stays as it is.
    /// </summary>
    public FileChange Complete(FileChange mailed)
    {
        if (mailed.Complete || mailed.Binary)
        {
            return mailed;
        }

        var before = mailed.OldPath is null ? null : ReadText(mailed.OldBlob);
        if (mailed.OldPath is not null && before is null)
        {
            return mailed;
        }

        var after = PatchApplier.Apply(before ?? "", mailed.Hunks);
        return after is null ? mailed : mailed with { OldText = before, NewText = mailed.NewPath is null ? null : after };
    }

    /// <summary>A file of a revision's tree (of the index: an empty revision) as text with LF ends; null when it is not there.</summary>
    public string? ReadFile(string revision, string path) => ReadText($"{revision}:{path}");

    /// <summary>True when the word stands somewhere in a revision's tree, or in the given folders of it (git-grep(1) -w -F).</summary>
    public bool HasWord(string revision, string word, IReadOnlyList<string>? folders = null) =>
        GitProcess.Run(directory, out _, ["grep", "-q", "-w", "-F", "-I", "-e", word, revision, "--", .. folders ?? []]) is not null;

    /// <summary>Files of a revision's tree, links and submodules left out; empty when there is no such tree (git-ls-tree(1)).</summary>
    public IReadOnlyList<TreeFile> ReadTree(string revision)
    {
        var output = revision.StartsWith('-') ? null : GitProcess.Run(directory, out _, "ls-tree", "-r", "-z", "--full-tree", revision);
        var files = new List<TreeFile>();
        foreach (var line in Encoding.UTF8.GetString(output ?? []).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // 100644 blob ID, a tab, the path.
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0 && line.StartsWith("100", StringComparison.Ordinal))
            {
                files.Add(new TreeFile(line[(tab + 1)..], line[(line.LastIndexOf(' ', tab) + 1)..tab]));
            }
        }

        return files;
    }

    /// <summary>True when a commit changes one of the paths against its first parent.</summary>
    public bool Touches(Commit commit, IEnumerable<string> paths) =>
        paths.Any(path => objects.Value.IdOf($"{commit.Id}:{path}") != (commit.Parents.Count > 0 ? objects.Value.IdOf($"{commit.Parents[0]}:{path}") : null));

    /// <summary>Paths that a commit changes against its first parent.</summary>
    public IReadOnlyList<string> ReadChangedPaths(Commit commit)
    {
        var output = GitProcess.Run(directory, out _, ["diff-tree", "-r", "-z", "--no-commit-id", "--name-only", .. commit.Parents.Count > 0 ? [commit.Parents[0], commit.Id] : (string[])["--root", commit.Id]]);
        return Encoding.UTF8.GetString(output ?? []).Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>True when <paramref name="descendant"/> holds the commit; null when git cannot say (git-merge-base(1)).</summary>
    public bool? IsAncestor(string commit, string descendant)
    {
        if (FindCommit(commit) is not { } a || FindCommit(descendant) is not { } b)
        {
            return null;
        }

        return GitProcess.Run(directory, out var error, "merge-base", "--is-ancestor", a.Id, b.Id) is not null ? true : error.Length == 0 ? false : null;
    }

    /// <summary>Bytes of a blob of at most <see cref="MaxFileBytes"/>; null when it is not there, larger or no blob.</summary>
    internal byte[]? ReadBlob(string id) => objects.Value.Read(id) is { Type: "blob" } found && found.Bytes.Length <= MaxFileBytes ? found.Bytes : null;

    /// <summary>Files of a revision's tree that hold each of the phrases as they are (git-grep(1) -F); a phrase that stands nowhere is left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> FindPhrases(string revision, IReadOnlyList<string> phrases, params string[] pathspecs)
    {
        var found = phrases.ToDictionary(phrase => phrase, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        string[] patterns = [.. phrases.SelectMany(phrase => new[] { "-e", phrase })];
        var output = phrases.Count == 0 ? null : GitProcess.Run(directory, out _, ["grep", "-F", "-I", "-o", "-z", .. patterns, ReadCommit(revision).Id, "--", .. pathspecs]);
        foreach (var line in Encoding.UTF8.GetString(output ?? []).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // COMMIT:PATH, a NUL, the phrase.
            var end = line.IndexOf('\0', StringComparison.Ordinal);
            if (end > 0 && found.TryGetValue(line[(end + 1)..], out var files))
            {
                files.Add(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..end]);
            }
        }

        return found.Where(pair => pair.Value.Count > 0).ToDictionary(pair => pair.Key, pair => (IReadOnlyCollection<string>)pair.Value, StringComparer.Ordinal);
    }

    /// <summary>Subjects of the newest commits of the given paths, newest first.</summary>
    public IReadOnlyList<string> ReadSubjects(string revision, int count, params string[] paths)
    {
        var output = revision.StartsWith('-') ? null : GitProcess.Run(directory, out _, ["log", "--no-merges", "--format=%s", $"-{count}", "--end-of-options", revision, "--", .. paths]);
        return output is null ? [] : Encoding.UTF8.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (objects.IsValueCreated)
        {
            objects.Value.Dispose();
        }
    }

    private FileChange WithTexts(FileChange file)
    {
        const string Submodule = "160000";
        if (file.Binary || file.Hunks.Count == 0 || file.NewMode == Submodule || file.OldMode == Submodule)
        {
            return file;
        }

        var before = file.OldPath is null ? null : ReadText(file.OldBlob);
        var after = file.NewPath is null ? null : ReadText(file.NewBlob);
        if ((file.OldPath is not null && before is null) || (file.NewPath is not null && after is null))
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.BlobMissing, Severity.Warning, $"{file.Path}: the repository lacks a version of it, only the hunks were looked at", directory));
            return file;
        }

        return file with { OldText = before, NewText = after };
    }

    private string? ReadText(string? blob) => blob is { Length: > 0 } ? objects.Value.ReadText(blob, MaxFileBytes) : null;
}
