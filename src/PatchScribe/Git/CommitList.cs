using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Plumbing;

namespace PatchScribe.Git;

/// <summary>The commits of a history, oldest first, merges left out (git-rev-list(1)).</summary>
internal static class CommitList
{
    /// <summary>Full ids of a range A..B, or of everything that a revision reaches.</summary>
    public static IReadOnlyList<string> Read(string directory, string range)
    {
        string error = "";
        var output = range.StartsWith('-') ? null : GitProcess.Run(directory, out error, "rev-list", "--reverse", "--no-merges", "--end-of-options", range);
        return output is null
            ? throw new InputException($"no such range '{range}' in {directory}", error.Length > 0 && !error.StartsWith("fatal: bad revision", StringComparison.Ordinal) ? error : "give A..B, both known to git rev-parse")
            : Encoding.ASCII.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
