using System.Text;
using PatchScribe.Plumbing;

namespace PatchScribe.Git;

/// <summary>Reads the diff of a commit as git-format-patch(1) writes it: diffstat, then the patch with binary files in full.</summary>
public static class PatchText
{
    /// <summary>Diffstat and diff against the first parent; empty when git cannot give it.</summary>
    public static string Read(string directory, Commit commit)
    {
        var output = GitProcess.Run(directory, out _, ["diff-tree", "--root", "--no-commit-id", "-r", "-p", "--stat", "--summary", "--binary", "-M", "--no-ext-diff", "--no-textconv", "--no-color", commit.Id]);
        return output is null ? "" : Encoding.UTF8.GetString(output);
    }
}
