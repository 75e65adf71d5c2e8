using PatchScribe.Diagnostics;
using PatchScribe.Git;
using PatchScribe.Threads;

namespace PatchScribe.Summaries.Versions;

/// <summary>
/// Runs git-range-diff(1) over two mailed versions: their patches become commits in a scratch repository beside the user's.
/// </summary>
internal static class RangeDiffRunner
{
    /// <summary>Longer series are compared as diffs of diffs.</summary>
    public const int MaxPatches = 200;

    /// <summary>The range-diff, or null when a blob is not in the repository or a patch does not apply.</summary>
    public static string? Run(GitRepository repository, PatchSeries old, PatchSeries next, List<Diagnostic> diagnostics)
    {
        if (Math.Max(old.Seen, next.Seen) > MaxPatches)
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.VersionsTooMany, Severity.Warning, FormattableString.Invariant($"git range-diff is not asked about more than {MaxPatches} patches; diffs are compared with diffs"), next.Id));
            return null;
        }

        if (old.Seen == 0 || next.Seen == 0 || repository.ObjectsDirectory is not { } objects)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("patchscribe-");
        try
        {
            var scratch = ScratchRepository.Create(folder.FullName, objects);
            var (before, after) = (scratch?.Commit(Changes(old)), scratch?.Commit(Changes(next)));
            return before is null || after is null ? null : scratch!.RangeDiff(before.Value, after.Value);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<DiffToCommit> Changes(PatchSeries series) =>
        [.. series.Patches.Where(patch => !patch.Missing && patch.Diff.Length > 0).Select(patch => new DiffToCommit($"{patch.Title}\n\n{patch.Log}", patch.Diff, patch.Files))];
}
