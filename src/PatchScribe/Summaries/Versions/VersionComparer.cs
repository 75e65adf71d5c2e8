using System.Globalization;
using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs.Words;
using PatchScribe.Git;
using PatchScribe.Threads;
using PatchScribe.Threads.Versions;

namespace PatchScribe.Summaries.Versions;

/// <summary>
/// Compares each series with the one that it replaces: logs word by word, patches by patch-id and title, code by
/// git-range-diff(1) when a repository has the blobs, else diff against diff.
/// </summary>
public static class VersionComparer
{
    /// <summary>One change for each series of patches whose predecessor is in the discussion, in the order of the series.</summary>
    public static IReadOnlyList<VersionChange> CompareAll(Discussion discussion, GitRepository? repository)
    {
        ArgumentNullException.ThrowIfNull(discussion);
        var byId = discussion.Series.DistinctBy(series => series.Id, StringComparer.Ordinal).ToDictionary(series => series.Id, StringComparer.Ordinal);
        return
        [
            .. discussion.Series.Where(next => next is { Kind: "patches", PreviousId: not null })
                .Select(next => (Old: byId.GetValueOrDefault(next.PreviousId!), Next: next))
                .Where(pair => pair.Old is not null && pair.Old.Seen > 0 && pair.Next.Seen > 0).Select(pair => Compare(pair.Old!, pair.Next, repository)),
        ];
    }

    /// <summary>What changed from a version to the next.</summary>
    public static VersionChange Compare(PatchSeries old, PatchSeries next, GitRepository? repository)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(next);
        var diagnostics = new List<Diagnostic>();
        var pairs = PatchPairing.Pair(old, next, diagnostics);
        var inOrder = InOrder(pairs);
        var patches = pairs.Select(pair => Change(pair, inOrder)).ToList();
        var byGit = repository is null ? null : RangeDiffRunner.Run(repository, old, next, diagnostics);
        return new VersionChange(old, next, ChangelogReader.Read(next), patches, byGit ?? Table(patches), byGit is null ? "diff of diffs" : "git range-diff")
        {
            Diagnostics = [.. diagnostics, .. patches.SelectMany(LeftOut)],
        };
    }

    private static PatchChange Change(PatchPair pair, HashSet<PatchPair> inOrder)
    {
        if (pair is not { Old: { } old, New: { } next })
        {
            return new PatchChange(pair.New is null ? "removed" : "added", pair.Old, pair.New, Reordered: false, [], "");
        }

        var log = WordDiff.Compare($"{old.Title}\n\n{old.Log}", $"{next.Title}\n\n{next.Log}");
        var code = pair.Unchanged ? "" : DiffOfDiffs.Compare(old.Diff, next.Diff);
        return new PatchChange(!pair.Unchanged ? "changed" : log.Count > 0 ? "log-changed" : "unchanged", old, next, !inOrder.Contains(pair), log, code);
    }

    private static IEnumerable<Diagnostic> LeftOut(PatchChange patch)
    {
        if (patch is not { Old: not null, New: { } next })
        {
            yield break;
        }

        if (WordDiff.IsTooLong(patch.Log))
        {
            yield return new Diagnostic(DiagnosticIds.VersionsTooLong, Severity.Warning, FormattableString.Invariant($"the logs of two versions have more than {WordDiff.MaxLength} characters; they are not compared word by word"), next.MessageId);
        }

        if (patch.Code == DiffOfDiffs.NotCompared)
        {
            yield return new Diagnostic(DiagnosticIds.VersionsTooLong, Severity.Warning, FormattableString.Invariant($"the diffs of two versions have more than {DiffOfDiffs.MaxLines} lines; they are not compared line by line"), next.MessageId);
        }
    }

    /// <summary>The longest run of pairs whose old order is kept; the others were moved.</summary>
    private static HashSet<PatchPair> InOrder(IReadOnlyList<PatchPair> pairs)
    {
        var both = pairs.Where(pair => pair is { Old: not null, New: not null }).ToList();
        var (length, previous, best) = (new int[both.Count], new int[both.Count], -1);
        for (var i = 0; i < both.Count; i++)
        {
            (length[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (Position(both[j]) < Position(both[i]) && length[j] + 1 > length[i])
                {
                    (length[i], previous[i]) = (length[j] + 1, j);
                }
            }

            best = best < 0 || length[i] > length[best] ? i : best;
        }

        var kept = new HashSet<PatchPair>(ReferenceEqualityComparer.Instance);
        for (var i = best; i >= 0; i = previous[i])
        {
            kept.Add(both[i]);
        }

        return kept;
    }

    private static int Position(PatchPair pair) => pair.Old!.Index ?? 0;

    /// <summary>The pairs in the form of git-range-diff(1), without commit ids.</summary>
    private static string Table(List<PatchChange> patches)
    {
        var text = new StringBuilder();
        foreach (var patch in patches)
        {
            var mark = patch.State switch { "unchanged" => '=', "added" => '>', "removed" => '<', _ => '!' };
            text.Append(CultureInfo.InvariantCulture, $"{Number(patch.Old),3} {mark} {Number(patch.New),3}  {(patch.New ?? patch.Old)!.Title}\n");
            foreach (var line in patch.Code.AsSpan().TrimEnd('\n').EnumerateLines())
            {
                text.Append(patch.Code.Length == 0 ? "" : $"    {line}\n");
            }
        }

        return text.ToString();
    }

    private static string Number(MailedPatch? patch) => patch is null ? "-" : (patch.Index ?? 1).ToString(CultureInfo.InvariantCulture);
}
