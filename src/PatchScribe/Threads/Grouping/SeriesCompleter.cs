using PatchScribe.Diagnostics;
using PatchScribe.Mail;

namespace PatchScribe.Threads.Grouping;

/// <summary>
/// Completes collected series: cover letters without a number, partial re-rolls (<see cref="PartialRerolls"/>),
/// and the Message-IDs of missing patches that replies name.
/// </summary>
internal static class SeriesCompleter
{
    public static void Complete(List<OpenSeries> all, IReadOnlyList<MailThread> threads, PatchMail?[][] mails)
    {
        TakeEmptyCovers(all, threads);
        TakeNakedCovers(all, threads, mails);
        PartialRerolls.Fill(all);
        NameMissing(all, threads, mails);
    }

    /// <summary>A cover letter without patches that the patches of a series of the same sender answer: the totals, or PULL and PATCH, disagree.</summary>
    private static void TakeEmptyCovers(List<OpenSeries> all, IReadOnlyList<MailThread> threads)
    {
        var empty = all.Where(series => series is { Cover: not null, Slots.Count: 0 }).ToDictionary(series => series.Cover!.Message.MessageId, StringComparer.Ordinal);
        var absorbed = new HashSet<OpenSeries>();
        foreach (var series in all.Where(series => series is { Cover: null, Total: > 0, Slots.Count: > 0 }))
        {
            var first = series.Slots.First().Value;
            var nodes = threads[first.Thread].Nodes;
            var parent = nodes[first.Node].Parent;
            if (parent >= 0 && empty.TryGetValue(nodes[parent].MessageId, out var cover) && cover.Slots.Count == 0 && cover.Sender == series.Sender
                && (series.Version is null || cover.Version is null || series.Version == cover.Version) && series.First.Subject.Target == cover.First.Subject.Target)
            {
                cover.Absorb(series);
                absorbed.Add(series);
            }
        }

        all.RemoveAll(absorbed.Contains);
    }

    /// <summary>The first patch answers a root of the same sender that is no reply and has no diff: its cover letter.</summary>
    private static void TakeNakedCovers(List<OpenSeries> all, IReadOnlyList<MailThread> threads, PatchMail?[][] mails)
    {
        var alone = all.Where(series => series is { Total: 0, Members.Count: 1 }).ToDictionary(series => series.First.Message.MessageId, StringComparer.Ordinal);
        var absorbed = new HashSet<OpenSeries>();
        foreach (var series in all.Where(series => series is { Cover: null, Total: > 1 } && series.Kept.Count == 0))
        {
            var first = series.Slots.First().Value;
            var nodes = threads[first.Thread].Nodes;
            var parent = nodes[first.Node].Parent;
            if (parent != 0 || nodes[0] is not { Parent: < 0, Message: { } root } || !PatchMail.SenderOf(root).Email.Equals(series.Sender, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var subject = SubjectParser.Parse(root.Subject);
            if (mails[first.Thread][0] is null ? !subject.IsReply && !MailedPatchReader.HasDiff(root) : alone.TryGetValue(root.MessageId, out var single) && !single.First.HasDiff && absorbed.Add(single))
            {
                series.AddNakedCover(new PatchMail(root, subject, first.Thread, 0, diffAt: -1, above: null));
            }
        }

        all.RemoveAll(absorbed.Contains);
    }

    /// <summary>"Re: [PATCH v2 3/7] title" under a ghost says what the ghost was.</summary>
    private static void NameMissing(List<OpenSeries> all, IReadOnlyList<MailThread> threads, PatchMail?[][] mails)
    {
        var wanted = all.Where(series => series.Total > 0 && series.Slots.Count < series.Total)
            .SelectMany(series => series.Members.Select(mail => mail.Thread).Distinct(), (series, thread) => (series, thread)).ToLookup(pair => pair.thread, pair => pair.series);
        foreach (var group in wanted)
        {
            var nodes = threads[group.Key].Nodes;
            var bySize = group.ToLookup(series => series.Total);
            var ghost = new int[nodes.Count];
            for (var i = 0; i < nodes.Count; i++)
            {
                ghost[i] = nodes[i].Message is null ? i : mails[group.Key][i] is not null || nodes[i].Parent < 0 ? -1 : ghost[nodes[i].Parent];
                if (ghost[i] < 0 || nodes[i].Message is not { } reply || SubjectParser.Parse(reply.Subject) is not { IsReply: true, Index: { } index and > 0 } subject)
                {
                    continue;
                }

                var series = Wanted(bySize[subject.Total ?? 0], subject, index, reply);
                series?.Ghosts.TryAdd(index, (nodes[ghost[i]].MessageId, subject.Title));
            }
        }
    }

    private static OpenSeries? Wanted(IEnumerable<OpenSeries> sameSize, PatchSubject subject, int index, MailMessage reply)
    {
        OpenSeries? last = null;
        foreach (var (series, tried) in sameSize.Select((one, i) => (one, i)))
        {
            if (tried == SeriesCollector.MaxTried)
            {
                last!.Diagnostics.Add(new Diagnostic(DiagnosticIds.SeriesNotTried, Severity.Warning,
                    FormattableString.Invariant($"more than {SeriesCollector.MaxTried} series of {series.Total} patches of this thread have gaps; the first were tried as the one that the reply is about"), reply.MessageId));
                return null;
            }

            if ((series.Version ?? 1) == (subject.Version ?? series.Version ?? 1) && !series.Slots.ContainsKey(index))
            {
                return series;
            }

            last = series;
        }

        return null;
    }
}
