using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;
using PatchScribe.Review;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// What was asked about the log and no source answers is written in place as <c>[?n "the reviewer's words" (name)]</c>.
/// An answer of the author takes its place; a dismissed point is left out.
/// </summary>
internal sealed partial class QuestionRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        var scope = PatchScope.Of(request);
        var asked = (request.Review?.Points ?? [])
            .Where(point => IsAboutLog(point) && !log.Met.Contains(point.Id))
            .Where(point => scope.Covers(point.Quote.MessageId, point.Place)
                || (point.Status == "unchanged" && scope.CoversOlder(point.Quote.MessageId, point.Place)))
            .Where(point => !IsMet(point, log, scope));
        foreach (var point in asked)
        {
            var answer = request.Answers.FirstOrDefault(answer => answer.Id == point.Id);
            if (answer is null)
            {
                Ask(log, point);
            }
            else if (!answer.Dismissed)
            {
                Insert(log, point, new LogBlock(LogBlockKind.Paragraph, [TextMatch.Squeeze(answer.Text)], 0, 0, [new Evidence("author", answer.Text)]) { Changed = true });
            }
        }
    }

    private static bool IsAboutLog(ReviewPoint point) =>
        point.Kind is "commit-message" or "subject" or "fixes-tag" || (point.Kind is "error-message" or "behaviour" && point.Place.Kind == "log");

    private static bool IsMet(ReviewPoint point, LogComposition log, PatchScope scope)
    {
        if (point.Status is "withdrawn" or "addressed")
        {
            return true;
        }

        if (log.Base is not { } proposal)
        {
            return false;
        }

        var before = scope.DateOf(point.Quote.MessageId) < scope.DateOf(proposal.Quote.MessageId)
            || (point.Quote.MessageId == proposal.Quote.MessageId && point.Quote.FirstLine < proposal.Quote.FirstLine);
        return before && (proposal.Status == "agreed" || !AsksForReason().IsMatch(point.Quote.Quote) || GivesReason().IsMatch(proposal.Text));
    }

    private static void Ask(LogComposition log, ReviewPoint point)
    {
        var number = log.OpenPoints.Count + 1;
        var words = TextMatch.Squeeze(point.Quote.Quote);
        var text = $"[?{number} \"{words}\"{(point.Author == "unknown" ? "" : $" ({point.Author})")}]";
        var evidence = new Evidence("mail", point.Quote.Quote, point.Quote.MessageId, Line: point.Quote.FirstLine);
        Insert(log, point, new LogBlock(LogBlockKind.Question, [text], 0, 0, [evidence]));
        log.OpenPoints.Add(new DraftOpenPoint(point.Id, point.Quote.MessageId, words, $"{(point.Author == "unknown" ? "it was" : point.Author)} asked for{(point.Author == "unknown" ? "" : " it")} and no source answers it"));
    }

    /// <summary>Under the block that the remark stands under; a question for the reason near the beginning; else last.</summary>
    private static void Insert(LogComposition log, ReviewPoint point, LogBlock block)
    {
        var at = point.Place.Kind == "log" ? LogEdit.FindBlock(log, point.Place.Text) + 1 : 0;
        if (at == 0 && AsksForReason().IsMatch(point.Quote.Quote) && log.Blocks.Count > 0)
        {
            at = 1;
        }

        at = at == 0 ? log.Blocks.Count : at;
        while (at < log.Blocks.Count && (log.Blocks[at].Kind == LogBlockKind.Question || log.Blocks[at].Attached))
        {
            at++;
        }

        log.Blocks.Insert(at, block);
    }

    [GeneratedRegex(@"\b(explain|why|motivation|motivate|reason|rationale|justif\w*|clarify|what('s| is) the (problem|point|purpose|use case))\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AsksForReason();

    [GeneratedRegex(@"\b(because|since|so that|in order to|due to|therefore|thus|hence|reason|motivation|to (allow|avoid|prevent|enable|ensure)|(is|are) needed (to|for|by)|otherwise)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex GivesReason();
}
