using System.Text.Json.Nodes;
using PatchScribe.Diagnostics;
using PatchScribe.Review;
using PatchScribe.Summaries;
using PatchScribe.Threads;

namespace PatchScribe.Rendering;

/// <summary>Summaries as the document <c>patchscribe/summary/1</c> (docs/json.md).</summary>
public static class SummaryJsonWriter
{
    /// <summary>The whole document.</summary>
    public static string Write(IReadOnlyList<ThreadSummary> summaries, ReadingCounts counts) => JsonText.Write(new JsonObject
    {
        ["schema"] = "patchscribe/summary/1",
        ["discussions"] = summaries.ToJson(Discussion),
        ["counts"] = counts.Counts,
        ["diagnostics"] = JsonText.Diagnostics(counts.Diagnostics.Concat(summaries.SelectMany(summary => summary.Diagnostics))),
    });

    private static JsonObject Discussion(ThreadSummary summary) => new()
    {
        ["rootMessageId"] = summary.Discussion.RootMessageId,
        ["subject"] = summary.Discussion.Subject,
        ["messages"] = summary.Discussion.Messages.Count,
        ["firstDate"] = JsonText.Time(summary.Discussion.Messages.Min(message => message.Date)),
        ["lastDate"] = JsonText.Time(summary.Discussion.Messages.Max(message => message.Date)),
        ["verdict"] = new JsonObject
        {
            ["state"] = summary.Verdict.State,
            ["blocks"] = summary.Verdict.Blocks.Select(one => one.Text).ToJson(),
            ["waitsFor"] = summary.Verdict.WaitsFor.ToJson(one => new JsonObject { ["name"] = one.Name, ["since"] = JsonText.Time(one.Since), ["for"] = one.For }),
        },
        ["participants"] = summary.Participants.ToJson(one => new JsonObject { ["name"] = one.Name, ["email"] = one.Email, ["messages"] = one.Messages, ["robot"] = one.Robot }),
        ["series"] = summary.Discussion.Series.ToJson(Series),
        ["trailers"] = summary.Discussion.Trailers.ToJson(one => new JsonObject
        {
            ["patchMessageId"] = one.PatchMessageId,
            ["givenByMessageId"] = one.GivenByMessageId,
            ["token"] = one.Token,
            ["value"] = one.Value,
            ["state"] = one.State,
            ["note"] = one.Note,
        }),
        ["reviewPoints"] = summary.Review.Points.ToJson(Point),
        ["corrections"] = summary.Review.Corrections.ToJson(one => new JsonObject { ["messageId"] = one.Quote.MessageId, ["author"] = one.Author, ["wrong"] = one.Wrong, ["right"] = one.Right }),
        ["decisions"] = summary.Review.Decisions.ToJson(one => new JsonObject { ["messageId"] = one.Quote.MessageId, ["author"] = one.Author, ["kind"] = one.Kind, ["quote"] = one.Quote.Quote }),
        ["proposals"] = summary.Review.Proposals.ToJson(one => new JsonObject
        {
            ["messageId"] = one.Quote.MessageId,
            ["author"] = one.Author,
            ["kind"] = one.Kind,
            ["text"] = one.Text,
            ["scope"] = one.Scope,
            ["status"] = one.Status,
            ["line"] = one.Quote.FirstLine,
            ["hedged"] = one.Hedged,
        }),
        ["disagreements"] = summary.Review.Disagreements.ToJson(one => new JsonObject { ["messageId"] = one.Quote.MessageId, ["author"] = one.Author, ["quote"] = one.Quote.Quote, ["with"] = one.With, ["withMessageId"] = one.WithMessageId }),
        ["questions"] = summary.Review.Questions.ToJson(one => new JsonObject { ["messageId"] = one.Quote.MessageId, ["author"] = one.Author, ["quote"] = one.Quote.Quote, ["answeredBy"] = one.AnsweredBy }),
        ["errorMessages"] = summary.Review.ErrorMessages.ToJson(one => new JsonObject { ["messageId"] = one.Quote.MessageId, ["text"] = one.Text, ["role"] = one.Role }),
        ["commitReferences"] = summary.References.ToJson(one => new JsonObject { ["messageId"] = one.MessageId, ["hash"] = one.Hash, ["subject"] = one.Subject, ["resolved"] = one.Resolved, ["ambiguous"] = one.Ambiguous, ["commit"] = one.FullHash }),
        ["patchStates"] = SummaryVersionsJson.Standings(summary),
        ["unanswered"] = SummaryVersionsJson.Unanswered(summary),
        ["versions"] = SummaryVersionsJson.Versions(summary),
        ["notices"] = SummaryVersionsJson.Notices(summary),
        ["behaviour"] = summary.Behaviour.Changes.ToJson(AnalysisJsonWriter.Behaviour),
        ["behaviourAssumed"] = summary.Behaviour.Assumed,
    };

    private static JsonObject Series(PatchSeries series) => new JsonObject
    {
        ["subject"] = series.Subject,
        ["version"] = series.Version,
        ["author"] = MessagesJsonWriter.Address(series.Author),
        ["coverMessageId"] = series.Cover?.MessageId,
        ["expected"] = series.Expected,
        ["complete"] = series.Complete,
        ["supersedes"] = series.Supersedes,
        ["groupedBy"] = series.GroupedBy,
        ["confidence"] = series.Confidence,
        ["id"] = series.Id,
        ["seen"] = series.Seen,
        ["rfc"] = series.Rfc,
        ["previousId"] = series.PreviousId,
        ["resendOf"] = series.ResendOf,
        ["linkedBy"] = series.LinkedBy,
        ["linkConfidence"] = series.LinkConfidence,
        ["dependencies"] = series.Dependencies.ToJson(one => new JsonObject { ["token"] = one.Token, ["value"] = one.Value }),
        ["kind"] = series.Kind,
        ["patches"] = series.Patches.ToJson(patch => new JsonObject
        {
            ["index"] = patch.Index,
            ["messageId"] = patch.MessageId,
            ["subject"] = patch.Title,
            ["author"] = MessagesJsonWriter.Address(patch.Author),
            ["missing"] = patch.Missing,
        }),
    };

    private static JsonObject Point(ReviewPoint point) => new JsonObject
    {
        ["id"] = point.Id,
        ["messageId"] = point.Quote.MessageId,
        ["author"] = point.Author,
        ["kind"] = point.Kind,
        ["quote"] = point.Quote.Quote,
        ["line"] = point.Quote.FirstLine,
        ["place"] = new JsonObject { ["kind"] = point.Place.Kind, ["file"] = point.Place.File, ["line"] = point.Place.Line, ["text"] = point.Place.Text },
        ["status"] = point.Status,
        ["evidence"] = point.Evidence.ToJson(one => new JsonObject { ["messageId"] = one.MessageId, ["quote"] = one.Quote }),
        ["wordDiff"] = point.WordDiff,
    };
}
