using PatchScribe.Diagnostics;
using PatchScribe.Review;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// Applies what people corrected ("s/a/b/", "the device name is X"): whole words in the subject, the prose and the
/// trailers, unless the correction stands under the diff. A correction whose words the log no longer holds is listed
/// as met.
/// </summary>
internal sealed class SubstituteRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        var scope = log.Scope;
        foreach (var correction in request.Review?.Corrections ?? [])
        {
            if (correction.AppliesTo != "diff" && scope.Covers(correction.Quote.MessageId, place: null) && !IsDisputed(correction, request.Review!))
            {
                Apply(log, correction, request.Review!);
            }
        }
    }

    private static void Apply(LogComposition log, FactCorrection correction, DiscussionReview review)
    {
        var right = Normalize(correction);
        if (right == correction.Wrong)
        {
            return;
        }

        Evidence[] evidence = [new Evidence("mail", correction.Quote.Quote, correction.Quote.MessageId, Line: correction.Quote.FirstLine)];
        var under = log.Scope.Remarks.FirstOrDefault(remark => remark.Quote.MessageId == correction.Quote.MessageId && remark.Quote.FirstLine == correction.Quote.FirstLine)?.Place;
        var count = LogEdit.Replace(log, correction.Wrong, right, under?.Kind == "log" ? under.Text : null, evidence);
        var wasThere = LogEdit.Holds(log.Present, correction.Wrong);
        if (count == 0 && !wasThere && correction.AppliesTo is not ("log" or "subject" or "unknown"))
        {
            return;
        }

        var who = correction.Author == "unknown" ? "corrected in the discussion" : $"{correction.Author} corrected it";
        var because = count > 0 ? who : $"{who}; the draft no longer says it";
        log.Corrections.Add(new DraftCorrection(correction.Wrong, right, count > 0, because, evidence));
        foreach (var point in review.Points.Where(point => point.Quote.MessageId == correction.Quote.MessageId
            && point.Quote.FirstLine <= correction.Quote.LastLine && correction.Quote.FirstLine <= point.Quote.LastLine))
        {
            log.Met.Add(point.Id);
        }
    }

    /// <summary>A device node is no directory: a slash behind it is a slip of the pen when the corrected name had none.</summary>
    private static string Normalize(FactCorrection correction) =>
        correction.Right.StartsWith("/dev/", StringComparison.Ordinal) && !correction.Wrong.EndsWith('/')
            ? correction.Right.TrimEnd('/')
            : correction.Right;

    private static bool IsDisputed(FactCorrection correction, DiscussionReview review) =>
        review.Points.Any(point => point.Status is "disputed" or "withdrawn" && point.Quote.MessageId == correction.Quote.MessageId
            && point.Quote.FirstLine <= correction.Quote.FirstLine && correction.Quote.LastLine <= point.Quote.LastLine);
}
