using PatchScribe.Plumbing;

namespace PatchScribe.Archive.Intake;

/// <summary>What one commit of a public-inbox does: adds the mail of a blob, or removes it.</summary>
internal readonly record struct EpochStep(byte[] Blob, bool Removed, string Commit);

/// <summary>
/// The steps of a repository of public-inbox (public-inbox-v2-format(5), public-inbox-v1-format(5)), oldest first: setting
/// <c>m</c> adds a mail, setting <c>d</c> removes the one with that blob; in a v1 repository a path is a mail as long as it is there.
/// </summary>
internal static class EpochHistory
{
    /// <summary>Id of the newest commit, or null for a repository without one.</summary>
    public static string? Head(string repository) => Line(GitProcess.Run(repository, out _, "rev-parse", "--verify", "--quiet", "HEAD"));

    /// <summary>True when a commit leads to HEAD; false after a history was written anew.</summary>
    public static bool LeadsToHead(string repository, string commit) => GitProcess.Run(repository, out _, "merge-base", "--is-ancestor", commit, "HEAD") is not null;

    /// <summary>The steps since a commit, or all when it is empty.</summary>
    public static List<EpochStep> Read(string repository, string since)
    {
        using var process = GitProcess.Start(repository,
            ["log", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--format=%H", since.Length == 0 ? "HEAD" : $"{since}..HEAD", "--"], redirectInput: false);
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        using var output = process.StandardOutput;
        var steps = new List<EpochStep>();
        var commit = "";
        while (output.ReadLine() is { } line)
        {
            if (line.StartsWith(':'))
            {
                Take(line, commit, steps);
            }
            else if (line.Length > 0)
            {
                commit = line;
            }
        }

        return steps;
    }

    /// <summary><c>:oldmode newmode oldid newid status TAB path</c></summary>
    private static void Take(string line, string commit, List<EpochStep> steps)
    {
        if (line.Split('\t', 2) is not [var change, var path] || change.Split(' ') is not [_, _, var before, var after, var status])
        {
            return;
        }

        if (path == "d")
        {
            Add(status != "D", after, removed: true);
        }
        else if (path == "m")
        {
            Add(status is "A" or "M", after, removed: false);
        }
        else if (path.Contains('/', StringComparison.Ordinal))
        {
            Add(status is "D" or "M", before, removed: true);
            Add(status is "A" or "M", after, removed: false);
        }

        void Add(bool holds, string id, bool removed)
        {
            if (holds)
            {
                steps.Add(new EpochStep(Convert.FromHexString(id), removed, commit));
            }
        }
    }

    private static string? Line(byte[]? output) => output is null ? null : System.Text.Encoding.ASCII.GetString(output).Trim();
}
