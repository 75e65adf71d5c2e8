using System.Buffers;
using PatchScribe.Diagnostics;

namespace PatchScribe.Threads.Grouping;

/// <summary>Turns the patch mails of threads into series, versions linked. Nothing is dropped: what fits nowhere is a series of its own.</summary>
internal static class SeriesBuilder
{
    /// <summary>Missing patches of one series that are listed one by one; a larger announced total is only counted.</summary>
    public const int MaxListedMissing = 1000;

    /// <summary>Missing patches of one source that are listed one by one; of later series they are only counted.</summary>
    public const int MaxListed = 100_000;

    private static readonly SearchValues<string> MarksOfReplies = SearchValues.Create(["Supersedes:", "Obsoletes:"], StringComparison.OrdinalIgnoreCase);

    /// <summary>All series with the threads they stand in, by date of their first mail.</summary>
    public static IReadOnlyList<PlacedSeries> Build(IReadOnlyList<MailThread> threads, IReadOnlyDictionary<string, string> notices)
    {
        var mails = PatchMailFinder.Find(threads, notices);
        var open = SeriesCollector.Collect(threads, mails);
        SeriesCompleter.Complete(open, threads, mails);
        var read = open.SelectMany(series => series.Slots.Values).DistinctBy(mail => mail.Message.MessageId, StringComparer.Ordinal)
            .ToDictionary(mail => mail.Message.MessageId, mail => MailedPatchReader.Read(mail.Message, mail.Subject, mail.DiffAt), StringComparer.Ordinal);
        var left = MaxListed;
        var closed = open.ConvertAll(series => Place(series, read, ref left));
        var position = Enumerable.Range(0, open.Count).ToDictionary(i => open[i]);
        for (var i = 0; i < open.Count; i++)
        {
            if (open[i].ResendOf is { } original && position.TryGetValue(original, out var index))
            {
                var rule = closed[i].Threads.Intersect(closed[index].Threads).Any() ? "thread" : "time-window";
                closed[i] = closed[i] with
                {
                    Series = closed[i].Series with { ResendOf = closed[index].Series.Id, LinkedBy = rule, LinkConfidence = 0.7 },
                    Threads = [.. closed[i].Threads.Union(closed[index].Threads).Order()],
                };
            }
        }

        AddMarksOfReplies(closed, threads, mails);
        return VersionLinker.Link(closed);
    }

    private static PlacedSeries Place(OpenSeries series, Dictionary<string, MailedPatch> read, ref int left)
    {
        var listed = Math.Min(series.Total, Math.Min(MaxListedMissing, left));
        left -= Math.Max(0, listed - series.Slots.Count);
        if (series.Slots.Keys.Count(number => number > listed && number <= series.Total) < series.Total - listed)
        {
            series.Diagnostics.Add(new Diagnostic(DiagnosticIds.SeriesTooLong, Severity.Warning,
                FormattableString.Invariant($"the series announces {series.Total} patches; missing ones above {listed} are not listed"), (series.Cover ?? series.First).Message.MessageId));
        }

        var lines = series.Members.SelectMany(mail => SeriesLines.Read(mail.Message, mail.DiffAt)).Distinct().ToList();
        var closed = Close(series, read, listed) with { Dependencies = [.. lines.Where(SeriesLines.IsDependency)] };
        return new PlacedSeries(closed, [.. series.Members.Select(mail => mail.Thread).Distinct().Order()], [.. lines.Where(line => !SeriesLines.IsDependency(line))], series.First.Subject.Target, series.Diagnostics);
    }

    /// <summary>"Supersedes:" or "Obsoletes:" in the sender's own reply to a series counts as its own.</summary>
    private static void AddMarksOfReplies(List<PlacedSeries> all, IReadOnlyList<MailThread> threads, PatchMail?[][] mails)
    {
        var owner = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++)
        {
            foreach (var mail in VersionKeys.Mails(all[i].Series))
            {
                owner.TryAdd(mail.MessageId, i);
            }
        }

        foreach (var (nodes, found) in threads.Select((thread, i) => (thread.Nodes, mails[i])))
        {
            for (var i = 0; i < nodes.Count; i++)
            {
                if (found[i] is null && nodes[i] is { Message: { } reply, Parent: >= 0 and var parent } && owner.TryGetValue(nodes[parent].MessageId, out var answered)
                    && reply.Body.AsSpan().ContainsAny(MarksOfReplies) && PatchMail.SenderOf(reply).Email.Equals(all[answered].Series.Author.Email, StringComparison.OrdinalIgnoreCase))
                {
                    all[answered] = all[answered] with { Marks = [.. all[answered].Marks, .. SeriesLines.Read(reply, MailedPatchReader.DiffStart(reply.Body)).Where(line => !SeriesLines.IsDependency(line))] };
                }
            }
        }
    }

    private static PatchSeries Close(OpenSeries series, Dictionary<string, MailedPatch> read, int listed)
    {
        List<MailedPatch> patches = [.. series.Slots.Values.Select(mail => read[mail.Message.MessageId])];
        for (var i = 1; i <= listed; i++)
        {
            if (!series.Slots.ContainsKey(i))
            {
                var named = series.Ghosts.TryGetValue(i, out var ghost);
                patches.Add(new MailedPatch { Index = i, MessageId = named ? ghost.MessageId : null, Title = named ? ghost.Title : "", Author = series.Author, Missing = true });
            }
        }

        var first = series.Cover ?? series.Slots.Values.FirstOrDefault() ?? series.First;
        return new PatchSeries
        {
            Id = (series.Cover ?? series.Slots.Where(pair => !series.Kept.Contains(pair.Key)).Select(pair => pair.Value).FirstOrDefault() ?? series.First).Message.MessageId,
            Subject = first.Subject.Title,
            Version = series.Version ?? 1,
            Author = series.Author,
            Date = series.Members.Min(mail => mail.Message.Date),
            Cover = series.Cover?.Message,
            Expected = series.Total > 0 ? series.Total : patches.Count,
            Complete = patches.TrueForAll(patch => !patch.Missing) && series.Slots.Count >= series.Total,
            GroupedBy = series.GroupedBy,
            Confidence = series.Confidence,
            Patches = [.. patches.OrderBy(patch => patch.Index ?? 0)],
            Kind = series.Kind,
            Rfc = series.Members.Any(mail => mail.Subject.IsRfc),
        };
    }
}

/// <summary>
/// A series, the positions of the threads that it ties, its lines Change-Id, Supersedes and Obsoletes, the release it is for, and
/// what was left out on the way.
/// </summary>
internal sealed record PlacedSeries(PatchSeries Series, IReadOnlyList<int> Threads, IReadOnlyList<SeriesDependency> Marks, string? Target, IReadOnlyList<Diagnostic> Diagnostics);
