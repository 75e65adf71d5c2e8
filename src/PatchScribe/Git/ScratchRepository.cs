using System.Text;
using PatchScribe.Diffs;
using PatchScribe.Plumbing;

namespace PatchScribe.Git;

/// <summary>A change as it is committed: message, diff text, and the diff read.</summary>
internal sealed record DiffToCommit(string Message, string Diff, IReadOnlyList<FileChange> Files);

/// <summary>
/// A repository of its own in a temporary folder that borrows the objects of another and changes nothing in it. Diffs become
/// commits in it, each line of them from the blobs that the index lines of the diffs name, so no base commit has to be found.
/// </summary>
internal sealed class ScratchRepository
{
    private readonly string folder;

    private ScratchRepository(string folder) => this.folder = folder;

    /// <summary>Makes it in an empty folder; null when git could not.</summary>
    public static ScratchRepository? Create(string folder, string objects)
    {
        if (GitProcess.Run(folder, out _, "init", "-q", "--template=") is null)
        {
            return null;
        }

        Directory.CreateDirectory(Path.Combine(folder, ".git", "objects", "info"));
        File.WriteAllText(Path.Combine(folder, ".git", "objects", "info", "alternates"), objects + "\n");
        return new ScratchRepository(folder);
    }

    /// <summary>The commit that a list of diffs starts from, and its last one; null when a blob is missing or a diff does not apply.</summary>
    public (string Base, string Tip)? Commit(IReadOnlyList<DiffToCommit> changes)
    {
        if (!ReadBase(changes) || Commit("base", parent: null) is not { } start)
        {
            return null;
        }

        var tip = start;
        foreach (var change in changes)
        {
            if (Feed(change.Diff, "apply", "--cached", "--whitespace=nowarn", "-") is null || Commit(change.Message, tip) is not { } commit)
            {
                return null;
            }

            tip = commit;
        }

        return (start, tip);
    }

    /// <summary>git-range-diff(1) of two lists, or null.</summary>
    public string? RangeDiff((string Base, string Tip) before, (string Base, string Tip) after) =>
        GitProcess.Run(folder, out _, "range-diff", "--no-color", $"{before.Base}..{before.Tip}", $"{after.Base}..{after.Tip}") is { } output ? Encoding.UTF8.GetString(output) : null;

    /// <summary>An index that holds each file as it was before the first patch that touches it.</summary>
    private bool ReadBase(IReadOnlyList<DiffToCommit> changes)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var entries = new StringBuilder();
        foreach (var file in changes.SelectMany(change => change.Files))
        {
            var touched = file.OldPath is not null && known.Add(file.OldPath);
            if (file.NewPath is not null && file.NewPath != file.OldPath)
            {
                known.Add(file.NewPath);
            }

            if (!touched)
            {
                continue;
            }

            var blob = file.OldBlob is null ? null : GitProcess.Run(folder, out _, "rev-parse", "--verify", "--quiet", "--end-of-options", file.OldBlob + "^{blob}");
            if (blob is null)
            {
                return false;
            }

            entries.Append(file.OldMode ?? "100644").Append(' ').Append(Encoding.ASCII.GetString(blob).Trim().Split('\n')[^1]).Append('\t').Append(file.OldPath).Append('\0');
        }

        return GitProcess.Run(folder, out _, "read-tree", "--empty") is not null && Feed(entries.ToString(), "update-index", "-z", "--index-info") is not null;
    }

    /// <summary>The index as a commit; written by hand, so that its time, and with it its id, is always the same.</summary>
    private string? Commit(string message, string? parent)
    {
        if (GitProcess.Run(folder, out _, "write-tree") is not { } tree)
        {
            return null;
        }

        const string Person = "PatchScribe <patchscribe@example.org> 0 +0000";
        var text = $"tree {Encoding.ASCII.GetString(tree).Trim()}\n{(parent is null ? "" : $"parent {parent}\n")}author {Person}\ncommitter {Person}\n\n{message.Replace("\0", "", StringComparison.Ordinal)}\n";
        return Feed(text, "hash-object", "-t", "commit", "-w", "--stdin")?.Trim();
    }

    private string? Feed(string input, params string[] arguments)
    {
        using var process = GitProcess.Start(folder, arguments, redirectInput: true);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(input));
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // git gave up before it had read everything; its exit code says so.
        }

        process.WaitForExit();
        _ = errors.GetAwaiter().GetResult();
        return process.ExitCode == 0 ? output.GetAwaiter().GetResult() : null;
    }
}
