using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;
using PatchScribe.Review;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// What was asked about the log and no source answers is written in place as <c>[?n "the reviewer's words" (name)]</c>,
/// with a text that was proposed for it and that nobody took up.
/// </summary>
internal sealed partial class QuestionRule : ICompositionRule
{
    private const int LeadInDistance = 2;

    public void Apply(LogComposition log, DraftRequest request)
    {
        if (request.Review is not { } review)
        {
            return;
        }

        foreach (var asked in LogRequestReader.Read(log, review).Where(asked => asked.Kind != LogRequestKind.Fixes && !IsMet(asked, log)))
        {
            var point = asked.Point;
            new OpenQuestion(asked.Id, asked.Ids, point.Quote.MessageId, asked.Words, Name(point.Author), Proposed(asked, review, log), Why(asked, log), EvidenceOf(point))
                .Write(log, request.Answers, Place(asked, log));
        }
    }

    /// <summary>A name as it is printed; null when a pasted page does not say who speaks.</summary>
    internal static string? Name(string author) => author == "unknown" ? null : author;

    internal static Evidence EvidenceOf(ReviewPoint point) => new("mail", point.Quote.Quote, point.Quote.MessageId, Line: point.Quote.FirstLine);

    private static bool IsMet(LogRequest asked, LogComposition log)
    {
        if (asked.Ids.Any(log.Met.Contains))
        {
            return true;
        }

        if (log.Base is not { } proposal)
        {
            return false;
        }

        var quote = asked.Point.Quote;
        var before = log.Scope.DateOf(quote.MessageId) < log.Scope.DateOf(proposal.Quote.MessageId)
            || (quote.MessageId == proposal.Quote.MessageId && quote.FirstLine < proposal.Quote.FirstLine);
        return before && (proposal.Status == "agreed" || asked.Kind != LogRequestKind.Reason || GivesReason().IsMatch(proposal.Text));
    }

    /// <summary>The text that the request's own mail proposes right under it, when it was not used.</summary>
    private static string? Proposed(LogRequest asked, DiscussionReview review, LogComposition log)
    {
        var quote = asked.Point.Quote;
        var proposal = review.Proposals.FirstOrDefault(one => one is { Scope: "this-change", Kind: not "error-message" } && one != log.Base && one.Quote.MessageId == quote.MessageId
            && one.Quote.FirstLine <= quote.LastLine + LeadInDistance && one.Quote.LastLine >= quote.FirstLine);
        return proposal is null ? null
            : proposal.Kind == "commit-message" ? $"the proposed text stands at line {proposal.Quote.FirstLine} of <{quote.MessageId}>"
            : $"proposed: \"{TextMatch.Squeeze(proposal.Text)}\"";
    }

    private static string Why(LogRequest asked, LogComposition log)
    {
        var who = Name(asked.Point.Author) is { } name ? $"{name} asked for it" : "it was asked for";
        var answer = log.Scope.RemarksUnder(asked.Point.Quote).FirstOrDefault(remark => remark.Author != asked.Point.Author);
        return answer is null ? $"{who} and no source answers it" : $"{who}; answered by mail, not in the log: \"{Quotation.Short(answer.Quote.Quote, 160)}\"";
    }

    /// <summary>Under the block that the remark stands under; a subject's question in front; one for the reason under the first block that is not retained; else last.</summary>
    private static int Place(LogRequest asked, LogComposition log)
    {
        var at = asked.Point.Place.Kind == "log" ? LogEdit.FindBlock(log, asked.Point.Place.Text) : -1;
        return at >= 0 ? at
            : asked.Kind == LogRequestKind.Subject ? -1
            : asked.Kind == LogRequestKind.Reason ? Math.Min(log.Retained, log.Blocks.Count - 1)
            : log.Blocks.Count - 1;
    }

    [GeneratedRegex(@"\b(because|since|so that|in order to|due to|therefore|thus|hence|reason|motivation|to (allow|avoid|prevent|enable|ensure)|(is|are) needed (to|for|by)|otherwise)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex GivesReason();
}
