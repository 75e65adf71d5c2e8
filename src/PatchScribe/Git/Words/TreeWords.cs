namespace PatchScribe.Git.Words;

/// <summary>
/// Whether a name stands in a revision's tree. In: a revision and a word (letters, digits, underscores, joined by dashes or dots) or the
/// path of a file; out: true or false. With a file to keep them in, the words of the whole tree are read once and kept by blob, so
/// that a later look-up takes milliseconds; without one git-grep(1) looks every time. An unreadable or unwritable file costs time only.
/// </summary>
public sealed class TreeWords
{
    /// <summary>A few new blobs are read anew every time rather than written.</summary>
    private const int FewBlobs = 64;

    private readonly GitRepository repository;
    private readonly string? path;
    private readonly Lazy<WordTable> table;
    private (string Revision, IReadOnlyList<TreeFile> Files)? tree;
    private string? filled;

    /// <summary>Takes the repository and where the words are kept, null for nowhere.</summary>
    public TreeWords(GitRepository repository, string? path = null)
    {
        (this.repository, this.path) = (repository, path);
        table = new Lazy<WordTable>(() => path is null ? new WordTable() : WordTable.Read(path));
    }

    /// <summary>True when the word stands in the tree; the given folders are looked at first.</summary>
    public bool HasWord(string revision, string word, IReadOnlyList<string> folders)
    {
        if (path is null || WordScanner.HashOf(word) is not { } hash)
        {
            return Grep(revision, word, []);
        }

        if (table.Value.Count == 0 && folders.Count > 0 && Grep(revision, word, folders))
        {
            return true;
        }

        Fill(revision);
        return Files(revision).Any(file => table.Value.Has(file.Blob, hash));
    }

    /// <summary>True when a file of the tree has the path, or a path that ends with it.</summary>
    public bool HasFile(string revision, string name) =>
        Files(revision).Any(file => file.Path.EndsWith(name, StringComparison.Ordinal) && (file.Path.Length == name.Length || file.Path[^(name.Length + 1)] == '/'));

    /// <summary>True when the tree has the folder at its top.</summary>
    public bool HasTopFolder(string revision, string name) => Files(revision).Any(file => file.Path.StartsWith(name + "/", StringComparison.Ordinal));

    private bool Grep(string revision, string word, IReadOnlyList<string> folders) =>
        repository.HasWord(revision, word, folders)
        || (word.StartsWith("CONFIG_", StringComparison.Ordinal) && word["CONFIG_".Length..] is var symbol && (repository.HasWord(revision, $"config {symbol}", folders) || repository.HasWord(revision, $"menuconfig {symbol}", folders)));

    private IReadOnlyList<TreeFile> Files(string revision)
    {
        if (tree?.Revision != revision)
        {
            tree = (revision, repository.ReadTree(revision));
        }

        return tree.Value.Files;
    }

    private void Fill(string revision)
    {
        if (filled == revision)
        {
            return;
        }

        var missing = Files(revision).Where(file => !table.Value.Knows(file.Blob)).Select(file => file.Blob).Distinct(StringComparer.Ordinal).ToList();
        foreach (var blob in missing)
        {
            table.Value.Add(blob, repository.ReadBlob(blob) is { } bytes ? WordScanner.Scan(bytes) : []);
        }

        filled = revision;
        if (missing.Count > FewBlobs)
        {
            if (table.Value.Count > 4 * Files(revision).Count)
            {
                table.Value.KeepOnly(Files(revision).Select(file => file.Blob));
            }

            table.Value.Write(path!);
        }
    }
}
