using PatchScribe.Review;
using PatchScribe.Summaries;
using PatchScribe.Threads;

namespace PatchScribe.Rendering;

/// <summary>Summaries as the document <c>patchscribe/summary/1</c> (docs/json.md).</summary>
public static class SummaryJsonWriter
{
    /// <summary>The whole document.</summary>
    public static string Write(IReadOnlyList<ThreadSummary> summaries, ReadingCounts counts) => JsonText.Write(new
    {
        schema = "patchscribe/summary/1",
        discussions = summaries.Select(Discussion),
        counts = counts.Counts,
        diagnostics = JsonText.Diagnostics(counts.Diagnostics.Concat(summaries.SelectMany(summary => summary.Diagnostics))),
    });

    private static Dictionary<string, object?> Discussion(ThreadSummary summary) => new(StringComparer.Ordinal)
    {
        ["rootMessageId"] = summary.Discussion.RootMessageId,
        ["subject"] = summary.Discussion.Subject,
        ["messages"] = summary.Discussion.Messages.Count,
        ["firstDate"] = JsonText.Time(summary.Discussion.Messages.Min(message => message.Date)),
        ["lastDate"] = JsonText.Time(summary.Discussion.Messages.Max(message => message.Date)),
        ["verdict"] = new
        {
            state = summary.Verdict.State,
            blocks = summary.Verdict.Blocks.Select(one => one.Text),
            waitsFor = summary.Verdict.WaitsFor.Select(one => new { name = one.Name, since = JsonText.Time(one.Since), @for = one.For }),
        },
        ["participants"] = summary.Participants.Select(one => new { name = one.Name, email = one.Email, messages = one.Messages, robot = one.Robot }),
        ["series"] = summary.Discussion.Series.Select(Series),
        ["trailers"] = summary.Discussion.Trailers.Select(one => new
        {
            patchMessageId = one.PatchMessageId,
            givenByMessageId = one.GivenByMessageId,
            token = one.Token,
            value = one.Value,
            state = one.State,
            note = one.Note,
        }),
        ["reviewPoints"] = summary.Review.Points.Select(Point),
        ["corrections"] = summary.Review.Corrections.Select(one => new { messageId = one.Quote.MessageId, author = one.Author, wrong = one.Wrong, right = one.Right }),
        ["decisions"] = summary.Review.Decisions.Select(one => new { messageId = one.Quote.MessageId, author = one.Author, kind = one.Kind, quote = one.Quote.Quote }),
        ["proposals"] = summary.Review.Proposals.Select(one => new
        {
            messageId = one.Quote.MessageId,
            author = one.Author,
            kind = one.Kind,
            text = one.Text,
            scope = one.Scope,
            status = one.Status,
            line = one.Quote.FirstLine,
            hedged = one.Hedged,
        }),
        ["disagreements"] = summary.Review.Disagreements.Select(one => new { messageId = one.Quote.MessageId, author = one.Author, quote = one.Quote.Quote, with = one.With, withMessageId = one.WithMessageId }),
        ["questions"] = summary.Review.Questions.Select(one => new { messageId = one.Quote.MessageId, author = one.Author, quote = one.Quote.Quote, answeredBy = one.AnsweredBy }),
        ["errorMessages"] = summary.Review.ErrorMessages.Select(one => new { messageId = one.Quote.MessageId, text = one.Text, role = one.Role }),
        ["commitReferences"] = summary.References.Select(one => new { messageId = one.MessageId, hash = one.Hash, subject = one.Subject, resolved = one.Resolved, ambiguous = one.Ambiguous, commit = one.FullHash }),
        ["patchStates"] = SummaryVersionsJson.Standings(summary),
        ["unanswered"] = SummaryVersionsJson.Unanswered(summary),
        ["versions"] = SummaryVersionsJson.Versions(summary),
        ["notices"] = SummaryVersionsJson.Notices(summary),
        ["behaviour"] = summary.Behaviour.Changes.Select(AnalysisJsonWriter.Behaviour),
        ["behaviourAssumed"] = summary.Behaviour.Assumed,
    };

    private static object Series(PatchSeries series) => new
    {
        subject = series.Subject,
        version = series.Version,
        author = MessagesJsonWriter.Address(series.Author),
        coverMessageId = series.Cover?.MessageId,
        expected = series.Expected,
        complete = series.Complete,
        supersedes = series.Supersedes,
        groupedBy = series.GroupedBy,
        confidence = series.Confidence,
        id = series.Id,
        seen = series.Seen,
        rfc = series.Rfc,
        previousId = series.PreviousId,
        resendOf = series.ResendOf,
        linkedBy = series.LinkedBy,
        linkConfidence = series.LinkConfidence,
        dependencies = series.Dependencies.Select(one => new { token = one.Token, value = one.Value }),
        kind = series.Kind,
        patches = series.Patches.Select(patch => new
        {
            index = patch.Index,
            messageId = patch.MessageId,
            subject = patch.Title,
            author = MessagesJsonWriter.Address(patch.Author),
            missing = patch.Missing,
        }),
    };

    private static object Point(ReviewPoint point) => new
    {
        id = point.Id,
        messageId = point.Quote.MessageId,
        author = point.Author,
        kind = point.Kind,
        quote = point.Quote.Quote,
        line = point.Quote.FirstLine,
        place = new { kind = point.Place.Kind, file = point.Place.File, line = point.Place.Line, text = point.Place.Text },
        status = point.Status,
        evidence = point.Evidence.Select(one => new { messageId = one.MessageId, quote = one.Quote }),
        wordDiff = point.WordDiff,
    };
}
