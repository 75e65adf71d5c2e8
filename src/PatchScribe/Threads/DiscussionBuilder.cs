using PatchScribe.Diagnostics;
using PatchScribe.Mail;
using PatchScribe.Threads.Grouping;
using PatchScribe.Threads.Tags;

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
        var notices = threads.SelectMany(thread => thread.Nodes).Select(node => node.Message).OfType<MailMessage>()
            .Select(message => (message.MessageId, Kind: NoticeFinder.Kind(message))).Where(pair => pair.Kind is not null)
            .ToDictionary(pair => pair.MessageId, pair => pair.Kind!, StringComparer.Ordinal);
        var series = SeriesBuilder.Build(threads, notices);
        var groups = new ThreadGroups(threads.Count, series.Select(one => one.Threads));
        var seriesOf = series.ToLookup(one => groups.GroupOf(one.Threads[0]));
        return
        [
            .. Enumerable.Range(0, threads.Count).GroupBy(groups.GroupOf)
                .Select(group => Discussion([.. group.Select(i => threads[i])], [.. seriesOf[group.Key]], notices)),
        ];
    }

    private static Discussion Discussion(IReadOnlyList<MailThread> threads, IReadOnlyList<PlacedSeries> series, Dictionary<string, string> notices)
    {
        var root = threads[0].Nodes.First(node => node.Message is not null).MessageId;
        var versions = SeriesOrder.Order([.. series.Select(one => one.Series)], root);
        var messages = threads.SelectMany(thread => thread.Nodes).Select(node => node.Message).OfType<MailMessage>()
            .OrderBy(message => message.Date ?? DateTimeOffset.MaxValue).ThenBy(message => message.MessageId, StringComparer.Ordinal).ToList();
        List<Diagnostic> diagnostics = [.. messages.Where(message => IsRepeat(message.MessageId)).Select(Repeated), .. Backwards(versions), .. series.SelectMany(one => one.Diagnostics)];
        var trailers = TrailerCollector.Collect(threads, versions, notices, diagnostics);
        return new Discussion
        {
            RootMessageId = root,
            Subject = versions.Count > 0 ? versions[^1].Subject : SubjectParser.Parse(messages[0].Subject).Title,
            Threads = threads,
            Messages = messages,
            Series = versions,
            Trailers = trailers,
            Notices = [.. messages.Where(message => notices.ContainsKey(message.MessageId)).Select(message => new MailNotice(message.MessageId, notices[message.MessageId]))],
            Diagnostics = diagnostics,
        };
    }

    private static IReadOnlyList<MailMessage> Distinct(IReadOnlyList<MailMessage> messages)
    {
        var byId = new Dictionary<string, MailMessage>(messages.Count, StringComparer.Ordinal);
        var repeats = new Dictionary<string, List<MailMessage>>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            if (!byId.TryAdd(message.MessageId, message))
            {
                (repeats.TryGetValue(message.MessageId, out var same) ? same : repeats[message.MessageId] = [byId[message.MessageId]]).Add(message);
            }
        }

        return repeats.Count == 0 ? messages : [.. byId.Values.Where(message => !repeats.ContainsKey(message.MessageId)), .. repeats.Values.SelectMany(Different)];
    }

    private static IEnumerable<MailMessage> Different(List<MailMessage> same) =>
        same.OrderBy(message => message.Date).ThenBy(message => message.Body, StringComparer.Ordinal).ThenBy(message => message.SourceLine).DistinctBy(message => (message.Subject, message.Body))
            .Select((message, i) => i == 0 ? message : message with { MessageId = $"{message.MessageId}{RepeatMark}{i}", Synthetic = true });

    private const string RepeatMark = "#repeat";

    private static bool IsRepeat(string id) => id.Contains(RepeatMark, StringComparison.Ordinal);

    private static Diagnostic Repeated(MailMessage message) =>
        new(DiagnosticIds.RepeatedMessageId, Severity.Warning, "another message has the same Message-ID and other content; both are kept", message.MessageId);

    private static IEnumerable<Diagnostic> Backwards(IReadOnlyList<PatchSeries> all)
    {
        var byId = all.GroupBy(one => one.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var series in all)
        {
            if (series.PreviousId is { } id && byId.TryGetValue(id, out var old) && old.Date > series.Date)
            {
                yield return new Diagnostic(DiagnosticIds.VersionOrderAgainstDates, Severity.Warning,
                    FormattableString.Invariant($"version order conflicts with dates: v{series.Version} is older than v{old.Version}; the number decides"), series.Id);
            }
        }
    }
}
