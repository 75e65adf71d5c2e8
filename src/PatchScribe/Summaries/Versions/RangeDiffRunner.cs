using System.Text;
using PatchScribe.Git;
using PatchScribe.Threads;

namespace PatchScribe.Summaries.Versions;

/// <summary>
/// Runs git-range-diff(1) over two mailed versions. Their patches become commits in a repository in a temporary folder, which
/// borrows the objects of the user's repository and changes nothing in it; each version starts from the blobs that its index
/// lines name, so no base commit has to be found.
/// </summary>
internal static class RangeDiffRunner
{
    /// <summary>Longer series are compared as diffs of diffs.</summary>
    public const int MaxPatches = 200;

    /// <summary>The range-diff, or null when a blob is not in the repository or a patch does not apply.</summary>
    public static string? Run(GitRepository repository, PatchSeries old, PatchSeries next)
    {
        if (old.Seen is 0 or > MaxPatches || next.Seen is 0 or > MaxPatches || repository.ObjectsDirectory is not { } objects)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("patchscribe-");
        try
        {
            var scratch = ScratchRepository.Create(folder.FullName, objects);
            var (before, after) = (scratch?.Commit(old), scratch?.Commit(next));
            return before is null || after is null ? null : scratch!.RangeDiff(before.Value, after.Value);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A repository of its own in a temporary folder.</summary>
    private sealed class ScratchRepository
    {
        private readonly string folder;

        private ScratchRepository(string folder) => this.folder = folder;

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

        /// <summary>First and last commit of a version.</summary>
        public (string Base, string Tip)? Commit(PatchSeries series)
        {
            if (!ReadBase(series) || Commit("base", parent: null) is not { } start)
            {
                return null;
            }

            var tip = start;
            foreach (var patch in series.Patches.Where(patch => !patch.Missing && patch.Diff.Length > 0))
            {
                if (Feed(patch.Diff, "apply", "--cached", "--whitespace=nowarn", "-") is null || Commit($"{patch.Title}\n\n{patch.Log}", tip) is not { } commit)
                {
                    return null;
                }

                tip = commit;
            }

            return (start, tip);
        }

        public string? RangeDiff((string Base, string Tip) before, (string Base, string Tip) after) =>
            GitProcess.Run(folder, out _, "range-diff", "--no-color", $"{before.Base}..{before.Tip}", $"{after.Base}..{after.Tip}") is { } output ? Encoding.UTF8.GetString(output) : null;

        /// <summary>An index that holds each file as it was before the first patch that touches it.</summary>
        private bool ReadBase(PatchSeries series)
        {
            var known = new HashSet<string>(StringComparer.Ordinal);
            var entries = new StringBuilder();
            foreach (var file in series.Patches.SelectMany(patch => patch.Files))
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
}
