using System.Text.RegularExpressions;
using PatchScribe.Drafts.LogText;
using PatchScribe.Review;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// A remark that asks to drop, or calls irrelevant, what is quoted above it removes the nearest paragraph of that
/// quotation; a trailer goes when a remark stands under it and somebody answers "I'll drop it". Nothing goes when it is disputed.
/// </summary>
internal sealed partial class DropRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        var scope = log.Scope;
        foreach (var point in (request.Review?.Points ?? []).Where(point => scope.Covers(point.Quote.MessageId, point.Place) && point.Status is not ("disputed" or "withdrawn")))
        {
            if (DropsFixes().IsMatch(point.Quote.Quote))
            {
                DropFixes(log, point);
            }
            else if (point.Place.Kind == "log" && AsksToDrop().IsMatch(point.Quote.Quote))
            {
                DropParagraph(log, point);
            }
            else if (point.Place.Kind == "trailer" && (AuthorWords.Drops().IsMatch(point.Quote.Quote)
                || point.Evidence.Any(quote => AuthorWords.Drops().IsMatch(quote.Quote)) || scope.RemarksUnder(point.Quote).Any(remark => AuthorWords.Drops().IsMatch(remark.Quote.Quote))))
            {
                DropTrailer(log, point);
            }
        }
    }

    private static void DropParagraph(LogComposition log, ReviewPoint point)
    {
        var quoted = (point.Place.Text ?? "").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var at = quoted.Length == 0 ? -1 : log.Blocks.FindIndex(block => block.Kind == LogBlockKind.Paragraph && TextMatch.Holds(block.Text, quoted[^1]));
        if (at < 0)
        {
            return;
        }

        log.Blocks.RemoveAt(at);
        log.Met.Add(point.Id);
        log.Notes.Add($"dropped a paragraph, as {point.Author} asked" + (quoted.Length > 1 ? $"; the remark stands under {quoted.Length} paragraphs, the nearest one went" : ""));
    }

    private static void DropFixes(LogComposition log, ReviewPoint point)
    {
        if (log.Trailers.RemoveAll(trailer => trailer.Text.StartsWith("Fixes:", StringComparison.OrdinalIgnoreCase)) > 0)
        {
            log.Met.Add(point.Id);
            log.Notes.Add($"dropped the Fixes trailer, as {point.Author} asked");
        }
    }

    private static void DropTrailer(LogComposition log, ReviewPoint point)
    {
        var line = TextMatch.Squeeze((point.Place.Text ?? "").Split('\n')[^1]);
        if (line.Length > 0 && log.Trailers.RemoveAll(trailer => TextMatch.Squeeze(trailer.Text).Equals(line, StringComparison.OrdinalIgnoreCase)) > 0)
        {
            log.Met.Add(point.Id);
            log.Notes.Add($"dropped \"{line}\", as promised");
        }
    }

    [GeneratedRegex(@"\b((this|that|the above) (text|paragraph|sentence|part|line|bit)?\s*(can|could|should|may) be (dropped|removed|deleted|omitted)|(drop|remove|delete|omit) (this|that|the above)( (text|paragraph|sentence|part|bit))?\b|not (really |very )?(relevant|needed|necessary) (for|in|to) the (commit|log|change))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AsksToDrop();

    [GeneratedRegex(@"\bfixes:?[""'`]?( tags?| lines?)?[^.]{0,30} (can|could|should) be (removed|dropped)|\b(drop|remove) (the |this |that )?[""'`]?fixes\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex DropsFixes();
}
