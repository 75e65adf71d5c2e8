using PatchScribe.Mail;

namespace PatchScribe.Threads;

/// <summary>
/// Turns messages into discussions: threads, the series in them, and every thread that a series ties to another (an
/// unthreaded series, versions in threads of their own). The same result for any order of arrival; every message is in
/// one discussion.
/// </summary>
public static class DiscussionBuilder
{
    /// <summary>Discussions by date of their first message. A second message of the same id is kept under an id of its own unless it is the same mail.</summary>
    public static IReadOnlyList<Discussion> Build(IReadOnlyList<MailMessage> messages)
    {
        var threads = ThreadBuilder.Build(Distinct(messages));
        var series = SeriesBuilder.Build(threads);
        var groups = new int[threads.Count];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = i;
        }

        foreach (var tied in series.Select(one => one.Threads).Where(tied => tied.Count > 1))
        {
            foreach (var other in tied)
            {
                Union(groups, tied[0], other);
            }
        }

        var seriesOf = series.ToLookup(one => Root(groups, one.Threads[0]), one => one.Series);
        return [.. Enumerable.Range(0, threads.Count).GroupBy(i => Root(groups, i)).Select(group => Discussion([.. group.Select(i => threads[i])], [.. seriesOf[group.Key]]))];
    }

    private static Discussion Discussion(IReadOnlyList<MailThread> threads, IEnumerable<PatchSeries> series)
    {
        PatchSeries[] versions = [.. series.OrderBy(one => one.Version).ThenBy(one => one.Patches.Select(patch => patch.Message?.Date).FirstOrDefault(date => date is not null))];
        var messages = threads.SelectMany(thread => thread.Nodes).Select(node => node.Message).OfType<MailMessage>()
            .OrderBy(message => message.Date ?? DateTimeOffset.MaxValue).ThenBy(message => message.MessageId, StringComparer.Ordinal).ToList();
        return new Discussion
        {
            RootMessageId = threads[0].Nodes.First(node => node.Message is not null).MessageId,
            Subject = versions.Length > 0 ? versions[^1].Subject : SubjectParser.Parse(messages[0].Subject).Title,
            Threads = threads,
            Messages = messages,
            Series = versions,
            Trailers = TrailerCollector.Collect(threads, versions),
        };
    }

    private static List<MailMessage> Distinct(IReadOnlyList<MailMessage> messages)
    {
        var kept = new List<MailMessage>();
        foreach (var group in messages.GroupBy(message => message.MessageId, StringComparer.Ordinal))
        {
            var different = group.DistinctBy(message => (message.Subject, message.Body)).OrderBy(message => message.Body, StringComparer.Ordinal).ToList();
            kept.Add(different[0]);
            kept.AddRange(different.Skip(1).Select((message, i) => message with { MessageId = $"{message.MessageId}#repeat{i + 1}", Synthetic = true }));
        }

        return kept;
    }

    private static int Root(int[] groups, int i)
    {
        while (groups[i] != i)
        {
            i = groups[i] = groups[groups[i]];
        }

        return i;
    }

    private static void Union(int[] groups, int a, int b)
    {
        var (left, right) = (Root(groups, a), Root(groups, b));
        groups[Math.Max(left, right)] = Math.Min(left, right);
    }
}
