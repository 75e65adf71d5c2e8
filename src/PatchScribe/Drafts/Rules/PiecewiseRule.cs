using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;
using PatchScribe.Review;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// A proposal that the patch author quotes back piece by piece: an own paragraph under a piece that resembles it takes
/// its place; "as is", and silence, keep the piece.
/// </summary>
internal sealed class PiecewiseRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        if (log.Base is not { ByPatchAuthor: false } proposal)
        {
            return;
        }

        var replaced = 0;
        var answers = log.Scope.Remarks.Where(remark => remark.ByPatchAuthor && remark.Quote.MessageId != proposal.Quote.MessageId && remark.Place.Text is not null);
        foreach (var run in answers.GroupBy(remark => (remark.Quote.MessageId, remark.Place.Text)))
        {
            replaced += Replace(log, [.. TextMatch.Paragraphs(run.Key.Text!).Where(piece => BlockOf(log, piece) >= 0)], [.. run]);
        }

        if (replaced > 0)
        {
            log.Notes.Add($"the author took up the proposal of {proposal.Author} and replaced {replaced} {(replaced == 1 ? "piece" : "pieces")} of it; nobody has confirmed the result");
        }
    }

    /// <summary>Pieces and paragraphs meet in order: each paragraph replaces the first piece left that it resembles.</summary>
    private static int Replace(LogComposition log, List<string> pieces, List<ReviewRemark> own)
    {
        var (next, replaced) = (0, 0);
        foreach (var remark in own)
        {
            var text = TextMatch.Squeeze(remark.Quote.Quote);
            var at = pieces.FindIndex(next, piece => WordOverlap.Resembles(piece, text));
            var block = at < 0 ? -1 : BlockOf(log, pieces[at]);
            if (block < 0)
            {
                continue;
            }

            var evidence = new Evidence("mail", remark.Quote.Quote, remark.Quote.MessageId, Line: remark.Quote.FirstLine);
            log.Blocks[block] = log.Blocks[block].WithText(TextMatch.Squeeze(log.Blocks[block].Text).Replace(pieces[at], text, StringComparison.Ordinal), [evidence]);
            (next, replaced) = (at + 1, replaced + 1);
        }

        return replaced;
    }

    private static int BlockOf(LogComposition log, string piece) =>
        log.Blocks.FindIndex(block => block.Kind == LogBlockKind.Paragraph && TextMatch.Squeeze(block.Text).Contains(piece, StringComparison.Ordinal));
}
