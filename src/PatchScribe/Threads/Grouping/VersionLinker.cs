using PatchScribe.Diagnostics;

namespace PatchScribe.Threads.Grouping;

/// <summary>
/// Says which series a series replaces, and which one it only sends once more. Rules by rank: Supersedes or Change-Id, the
/// same title, equal patch-ids, the same sender in one thread. The number decides, not the date; among equal numbers the
/// nearest date. A series that is no request for comments any more may start to count anew.
/// </summary>
internal sealed class VersionLinker
{
    /// <summary>Without a number, a later series of the same title is the same work only this long.</summary>
    public static readonly TimeSpan ResendWithin = TimeSpan.FromDays(180);

    /// <summary>A version is looked for this long before and after.</summary>
    public static readonly TimeSpan VersionWithin = TimeSpan.FromDays(3 * 365);

    /// <summary>A key that more series than this share says nothing (a title such as "fix typo").</summary>
    public const int MaxSharing = 100;

    private readonly IReadOnlyList<PlacedSeries> all;
    private readonly List<VersionKey>[] keys;
    private readonly Dictionary<(int, int, int), List<int>> byKey = [];
    private readonly Dictionary<string, int> byMessage = new(StringComparer.Ordinal);

    private VersionLinker(IReadOnlyList<PlacedSeries> all)
    {
        this.all = all;
        var maker = new VersionKeys();
        keys = [.. all.Select(maker.Of)];
        var first = new Dictionary<(int, int, int), int>();
        for (var i = 0; i < all.Count; i++)
        {
            // Most keys are of one series alone; lists are for the others.
            foreach (var key in keys[i])
            {
                if (!first.TryAdd(key.Key, i) && first[key.Key] != i)
                {
                    var list = byKey.TryGetValue(key.Key, out var there) ? there : byKey[key.Key] = [first[key.Key]];
                    if (list[^1] != i)
                    {
                        list.Add(i);
                    }
                }
            }

            foreach (var mail in VersionKeys.Mails(all[i].Series))
            {
                byMessage.TryAdd(mail.MessageId, i);
            }
        }
    }

    /// <summary>The same series with what they replace filled in, and the threads that this ties.</summary>
    public static IReadOnlyList<PlacedSeries> Link(IReadOnlyList<PlacedSeries> all)
    {
        var linker = new VersionLinker(all);
        return [.. Enumerable.Range(0, all.Count).Select(linker.Link)];
    }

    private PlacedSeries Link(int i)
    {
        var (series, threads, marks, target, diagnostics) = all[i];
        var candidates = Candidates(i);
        var previous = Best(candidates, series, (other, _) => IsBefore(other, series));
        if (previous is { } link)
        {
            var old = all[link.Other].Series;
            series = series with { PreviousId = old.Id, Supersedes = old.Version, LinkedBy = link.Rule, LinkConfidence = link.Confidence };
            threads = [.. threads.Union(all[link.Other].Threads).Order()];
        }

        var again = series.ResendOf is not null ? null : Best(candidates, series, (other, key) => key is { Rule: "title", Confidence: VersionKeys.SeriesTitle } && IsSentAgain(other, series));
        if (again is { } resend)
        {
            series = series with { ResendOf = all[resend.Other].Series.Id, LinkedBy = series.LinkedBy ?? resend.Rule, LinkConfidence = Math.Min(series.LinkConfidence, resend.Confidence) };
            threads = [.. threads.Union(all[resend.Other].Threads).Order()];
        }

        return new PlacedSeries(series, threads, marks, target, [.. diagnostics, .. LeftOut(i)]);
    }

    private IEnumerable<Diagnostic> LeftOut(int i) =>
        keys[i].Where(key => Sharing(key) > MaxSharing).Select(key => $"the {key.Rule} \"{key.Words}\"").Distinct(StringComparer.Ordinal)
            .Select(words => new Diagnostic(DiagnosticIds.SharedByTooMany, Severity.Warning, FormattableString.Invariant($"more than {MaxSharing} series share {words}; that links no versions"), all[i].Series.Id));

    /// <summary>Series that share a key, each with its best rule; two series that share few of their titles are two.</summary>
    private Dictionary<int, VersionKey> Candidates(int i)
    {
        var best = new Dictionary<int, VersionKey>();
        var shared = new Dictionary<int, int>();
        foreach (var mark in all[i].Marks.Where(mark => mark.Token is "Supersedes" or "Obsoletes"))
        {
            if (byMessage.TryGetValue(mark.Value, out var named) && named != i)
            {
                best[named] = new VersionKey("supersedes", 1, default, mark.Value);
            }
        }

        foreach (var key in keys[i].Where(key => Sharing(key) is > 0 and <= MaxSharing))
        {
            foreach (var other in byKey[key.Key].Where(other => other != i && all[other].Series.Kind == all[i].Series.Kind && all[other].Target == all[i].Target))
            {
                shared[other] = shared.GetValueOrDefault(other) + (IsOfOnePatch(key) ? 1 : 0);
                if (!best.TryGetValue(other, out var known) || known.Confidence < key.Confidence)
                {
                    best[other] = key;
                }
            }
        }

        foreach (var (other, count) in shared.Where(pair => IsOfOnePatch(best[pair.Key])))
        {
            // Who states a version names a predecessor: a split keeps half of itself. Without, two works may share prerequisites.
            var (mine, theirs) = (all[i].Series.Seen, all[other].Series.Seen);
            if (count * 2 < (all[i].Series.Version > 1 ? Math.Min(mine, theirs) : Math.Max(mine, theirs)))
            {
                best.Remove(other);
            }
        }

        return best;
    }

    /// <summary>How many series have a key; 0 when there is only one.</summary>
    private int Sharing(VersionKey key) => byKey.GetValueOrDefault(key.Key)?.Count ?? 0;

    private static bool IsOfOnePatch(VersionKey key) => key.Rule == "patch-id" || key is { Rule: "title", Confidence: VersionKeys.OnePatchTitle };

    private (int Other, string Rule, double Confidence)? Best(Dictionary<int, VersionKey> candidates, PatchSeries series, Func<PatchSeries, VersionKey, bool> fits)
    {
        var best = candidates.Where(pair => fits(all[pair.Key].Series, pair.Value))
            .OrderByDescending(pair => pair.Value.Confidence >= 1).ThenByDescending(pair => pair.Value.Confidence >= 0.7).ThenByDescending(pair => !(all[pair.Key].Series.Date > series.Date)).ThenBy(pair => all[pair.Key].Series.Rfc && !series.Rfc).ThenByDescending(pair => all[pair.Key].Series.Version)
            .ThenByDescending(pair => pair.Value.Confidence).ThenBy(pair => Distance(all[pair.Key].Series, series)).ThenBy(pair => pair.Key).Take(1).ToList();
        return best.Count == 0 ? null : (best[0].Key, best[0].Value.Rule, best[0].Value.Confidence);
    }

    private static bool IsBefore(PatchSeries other, PatchSeries series)
    {
        if (Distance(other, series) > VersionWithin || other.Id == series.Id)
        {
            return false;
        }

        return other.Rfc && !series.Rfc && other.Version >= series.Version ? other.Date < series.Date : other.Version < series.Version && !(series.Rfc && !other.Rfc);
    }

    private static bool IsSentAgain(PatchSeries other, PatchSeries series) =>
        series.Kind == "patches" && other.Version == series.Version && other.Rfc == series.Rfc && Distance(other, series) <= ResendWithin
        && (other.Date < series.Date || (other.Date == series.Date && string.CompareOrdinal(other.Id, series.Id) < 0)) && other.Subject.Equals(series.Subject, StringComparison.OrdinalIgnoreCase);

    private static TimeSpan Distance(PatchSeries a, PatchSeries b) =>
        a.Date is { } first && b.Date is { } second ? (first - second).Duration() : TimeSpan.Zero;
}
