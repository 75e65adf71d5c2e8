using PatchScribe.Diagnostics;
using PatchScribe.Mail;

namespace PatchScribe.Threads.Tags;

/// <summary>
/// Collects the tags that replies give, in order of their dates: to the patch that the reply climbs to, to every patch when it
/// climbs to the cover letter, or to those that it names. A tag under a condition is conditional, one whose address and name
/// are not the sender's a mismatch, one taken back retracted; a NACK blocks.
/// </summary>
internal sealed class TrailerCollector
{
    private readonly Dictionary<string, (PatchSeries Series, MailedPatch? Patch)> own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> notices;
    private readonly List<Diagnostic> diagnostics;
    private readonly List<(TrailerGiven Tag, bool ByCover)> found = [];
    private readonly Dictionary<(string Patch, string Token, string Value), int> latest = [];

    private TrailerCollector(IReadOnlyList<PatchSeries> series, Dictionary<string, string> notices, List<Diagnostic> diagnostics)
    {
        (this.notices, this.diagnostics) = (notices, diagnostics);
        foreach (var one in series)
        {
            if (one.Cover is not null)
            {
                own.TryAdd(one.Cover.MessageId, (one, null));
            }

            foreach (var patch in one.Patches.Where(patch => patch.MessageId is not null))
            {
                own.TryAdd(patch.MessageId!, (one, patch));
            }
        }
    }

    /// <summary>All tags by patch, a patch's own replies before those to the cover letter, with what versions carry over or drop.</summary>
    public static IReadOnlyList<TrailerGiven> Collect(IReadOnlyList<MailThread> threads, IReadOnlyList<PatchSeries> series, Dictionary<string, string> notices, List<Diagnostic> diagnostics)
    {
        var collector = new TrailerCollector(series, notices, diagnostics);
        foreach (var (reply, target) in threads.SelectMany(collector.Replies).OrderBy(pair => pair.Reply.Date ?? DateTimeOffset.MaxValue).ThenBy(pair => pair.Reply.MessageId, StringComparer.Ordinal))
        {
            collector.Read(reply, target);
        }

        var order = series.SelectMany(one => one.Patches).Select(patch => patch.MessageId).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i, StringComparer.Ordinal);
        List<TrailerGiven> given = [.. collector.found.OrderBy(pair => order.GetValueOrDefault(pair.Tag.PatchMessageId, int.MaxValue)).ThenBy(pair => pair.ByCover).Select(pair => pair.Tag)];
        return [.. given, .. TagCarrier.Carry(series, given, diagnostics)];
    }

    /// <summary>Replies with the Message-ID of the patch or cover letter that they climb to; a ghost serves when replies call it a patch.</summary>
    private IEnumerable<(MailMessage Reply, string Target)> Replies(MailThread thread)
    {
        var target = new string?[thread.Nodes.Count];
        for (var i = 0; i < thread.Nodes.Count; i++)
        {
            var node = thread.Nodes[i];
            target[i] = own.ContainsKey(node.MessageId) || node.Message is null ? node.MessageId : node.Parent < 0 ? null : target[node.Parent];
            if (node.Message is { } reply && target[i] is { } answered && answered != node.MessageId && (own.ContainsKey(answered) || AnswersPatch(reply)))
            {
                yield return (reply, answered);
            }
        }
    }

    private static bool AnswersPatch(MailMessage reply) =>
        reply.Subject.Contains("PATCH", StringComparison.OrdinalIgnoreCase) && SubjectParser.Parse(reply.Subject) is { IsReply: true, IsPatch: true, Index: not 0 };

    private void Read(MailMessage reply, string target)
    {
        var kind = notices.GetValueOrDefault(reply.MessageId);
        if (kind is "commit-notice" or "backport" or "applied")
        {
            return;
        }

        var lines = ReplyText.OwnLines(reply.Body);
        if (TagReader.Read(reply, lines, NoticeFinder.IsRobotKind(kind)) is not { } tags)
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.TooManyTags, Severity.Warning, $"more than {TagReader.MaxTags} lines in the form of trailers; none is taken as a tag", reply.MessageId));
            return;
        }

        var (series, patch) = own.TryGetValue(target, out var known) ? known : (null, new MailedPatch { MessageId = target, Title = "", Author = reply.Author, Missing = true });
        IReadOnlyList<MailedPatch> answered = patch is not null ? [patch] : [.. series!.Patches.Where(one => one.MessageId is not null)];
        if (tags.Exists(tag => tag.SentenceCut))
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.SentenceTooLong, Severity.Warning, FormattableString.Invariant($"a sentence that leads to a tag is longer than {ConditionFinder.MaxSentence} characters; only its end was read for a condition"), reply.MessageId));
        }

        foreach (var tag in tags)
        {
            var chosen = series is null || !TagReader.IsPersonal(tag.Token) ? answered : TagScope.Choose(tag.Sentence, tag.Qualifier, series, answered);
            foreach (var one in chosen)
            {
                Add(new TrailerGiven(one.MessageId!, reply.MessageId, tag.Token, tag.Value, tag.State, tag.Note), patch is null);
            }
        }

        foreach (var (token, words) in VerdictWords.Retractions(lines))
        {
            Retract(reply, answered, token, words);
        }
    }

    /// <summary>Once for each patch and address, letter case aside; a condition met and a tag given again after it was taken back count anew.</summary>
    private void Add(TrailerGiven tag, bool byCover)
    {
        var key = (tag.PatchMessageId, tag.Token, Value: tag.Token == "Link" && MessageIdOf(tag.Value) is { } id ? id : (TagReader.IsPersonal(tag.Token) ? TagCarrier.Address(tag.Value) : tag.Value).ToLowerInvariant());
        if (!latest.TryGetValue(key, out var same) || found[same].Tag.State == "retracted")
        {
            latest[key] = found.Count;
            found.Add((tag, byCover));
        }
        else if ((found[same].Tag.State is "mismatch" or "conditional" && tag.State == "given")
            || (found[same].Tag.State == tag.State && ((found[same].ByCover && !byCover) || (!found[same].Tag.Value.Contains('<', StringComparison.Ordinal) && tag.Value.Contains('<', StringComparison.Ordinal)))))
        {
            found[same] = (tag, byCover);
        }
    }

    /// <summary>The last part of an archive address that holds a Message-ID.</summary>
    private static string? MessageIdOf(string link) =>
        link.TrimEnd('/', '>').Split('/') is [.., var last] && last.Contains('@', StringComparison.Ordinal) ? last : null;

    private void Retract(MailMessage reply, IReadOnlyList<MailedPatch> patches, string token, string words)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var tag = found[i].Tag;
            if (tag.Token == token && patches.Any(patch => patch.MessageId == tag.PatchMessageId) && PersonMatcher.IsSender(reply, tag.Value))
            {
                found[i] = (tag with { State = "retracted", Note = words }, found[i].ByCover);
            }
        }
    }
}
