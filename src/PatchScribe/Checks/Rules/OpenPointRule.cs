using PatchScribe.Diagnostics;
using PatchScribe.Review;

namespace PatchScribe.Checks.Rules;

/// <summary>
/// A reviewer objected to words of an earlier log, subject or message, nobody settled it by mail, and the words still stand; or a
/// correction was agreed to and the wrong word is still there.
/// </summary>
internal sealed class OpenPointRule : ICheckRule
{
    public string Id => "PS0301";

    public string Name => "open-point";

    public Severity Severity => Severity.Warning;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        if (context.Request.Review is not { } review)
        {
            yield break;
        }

        foreach (var correction in review.Corrections.Where(correction => correction.AppliesTo != "diff"))
        {
            if (context.Log.Names(correction.Wrong) is { } mention && context.Log.Names(correction.Right) is null)
            {
                yield return this.OfLog($"{correction.Author} corrected {correction.Wrong}", $"write {correction.Right}", mention.Line, correction.Wrong,
                    new Evidence("mail", correction.Quote.Quote, correction.Quote.MessageId, Line: correction.Quote.FirstLine));
            }
        }

        foreach (var point in review.Points.Where(point => IsOpen(point) && IsHere(point, context.Request)
            && !review.Corrections.Any(correction => correction.Quote.MessageId == point.Quote.MessageId && correction.Quote.FirstLine == point.Quote.FirstLine)))
        {
            var words = Quotation.OneLine((point.Place.Text ?? "").Split("\n\n")[^1]);
            if (words.Length > 0 && context.Log.Holds(words) is { } mention)
            {
                yield return this.OfLog($"{point.Author} remarked on this, and it stands as it was: \"{Quotation.Short(point.Quote.Quote)}\"", "change the words, or answer the remark in the thread",
                    mention.Line, context.Log.Lines[mention.Line - 1].Trim(), new Evidence("mail", point.Quote.Quote, point.Quote.MessageId, Line: point.Quote.FirstLine));
            }
        }
    }

    private static bool IsOpen(ReviewPoint point) =>
        point.Place.Kind is "log" or "subject" && point.Kind is not ("code" or "process") && point.Status is not ("addressed" or "answered" or "withdrawn" or "disputed");

    /// <summary>Under this patch, by its title in any version; a point that names no patch speaks of all.</summary>
    private static bool IsHere(ReviewPoint point, CheckRequest request)
    {
        var patches = request.Discussion?.Series.SelectMany(series => series.Patches).Where(patch => patch.Message?.MessageId == point.Place.PatchMessageId).ToList() ?? [];
        return patches.Count == 0 || patches.Exists(patch => string.Equals(patch.Title, request.Patch?.Title ?? request.Analysis.Subject, StringComparison.OrdinalIgnoreCase));
    }
}
