namespace PatchScribe.Threads.Grouping;

/// <summary>
/// Completes collected series: cover letters without a number, partial re-rolls that keep patches of the version before, and
/// the Message-IDs of missing patches that replies name.
/// </summary>
internal static class SeriesCompleter
{
    public static void Complete(List<OpenSeries> all, IReadOnlyList<MailThread> threads, PatchMail?[][] mails)
    {
        TakeEmptyCovers(all, threads);
        TakeNakedCovers(all, threads, mails);
        FillPartialRerolls(all, threads);
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
                series.AddNakedCover(new PatchMail(root, subject, first.Thread, 0, HasDiff: false));
            }
        }

        all.RemoveAll(absorbed.Contains);
    }

    /// <summary>[PATCH v3 2/2] in reply to [PATCH v2 2/2]: the rest of v3 is the rest of v2.</summary>
    private static void FillPartialRerolls(List<OpenSeries> all, IReadOnlyList<MailThread> threads)
    {
        var owner = all.SelectMany(series => series.Slots.Values, (series, mail) => (series, mail)).ToDictionary(pair => pair.mail.Message.MessageId, pair => pair.series, StringComparer.Ordinal);
        foreach (var series in all.Where(series => series is { Cover: null, Total: > 1 } && series.Slots.Count < series.Total).OrderBy(series => series.Version ?? 1).ToList())
        {
            var earlier = series.Slots.Values.Select(mail => Answered(mail, threads, owner)).ToList();
            if (earlier is [{ } old, ..] && old.Total == series.Total && (old.Version ?? 1) < (series.Version ?? 1) && earlier.TrueForAll(one => one == old))
            {
                foreach (var (slot, kept) in old.Slots.Where(pair => !series.Slots.ContainsKey(pair.Key)).ToList())
                {
                    series.Slots[slot] = kept;
                    series.Kept.Add(slot);
                }

                (series.GroupedBy, series.Confidence) = ("partial-reroll", 0.9);
            }
        }
    }

    /// <summary>The series whose patch of the same number this mail answers, over replies in between.</summary>
    private static OpenSeries? Answered(PatchMail mail, IReadOnlyList<MailThread> threads, Dictionary<string, OpenSeries> owner)
    {
        var nodes = threads[mail.Thread].Nodes;
        var at = nodes[mail.Node].Parent;
        for (var steps = 0; at >= 0 && steps < SeriesCollector.MaxChain; at = nodes[at].Parent, steps++)
        {
            if (owner.TryGetValue(nodes[at].MessageId, out var series))
            {
                return series.Slots.GetValueOrDefault(mail.Subject.Index ?? 0)?.Message.MessageId == nodes[at].MessageId ? series : null;
            }
        }

        return null;
    }

    /// <summary>"Re: [PATCH v2 3/7] title" under a ghost says what the ghost was.</summary>
    private static void NameMissing(List<OpenSeries> all, IReadOnlyList<MailThread> threads, PatchMail?[][] mails)
    {
        var wanted = all.Where(series => series.Total > 0 && series.Slots.Count < series.Total)
            .SelectMany(series => series.Members.Select(mail => mail.Thread).Distinct(), (series, thread) => (series, thread)).ToLookup(pair => pair.thread, pair => pair.series);
        foreach (var group in wanted)
        {
            var nodes = threads[group.Key].Nodes;
            var ghost = new int[nodes.Count];
            for (var i = 0; i < nodes.Count; i++)
            {
                ghost[i] = nodes[i].Message is null ? i : mails[group.Key][i] is not null || nodes[i].Parent < 0 ? -1 : ghost[nodes[i].Parent];
                if (ghost[i] < 0 || nodes[i].Message is not { } reply || SubjectParser.Parse(reply.Subject) is not { IsReply: true, Index: { } index and > 0 } subject)
                {
                    continue;
                }

                var series = group.FirstOrDefault(one => one.Total == subject.Total && (one.Version ?? 1) == (subject.Version ?? one.Version ?? 1) && !one.Slots.ContainsKey(index));
                series?.Ghosts.TryAdd(index, (nodes[ghost[i]].MessageId, subject.Title));
            }
        }
    }
}
