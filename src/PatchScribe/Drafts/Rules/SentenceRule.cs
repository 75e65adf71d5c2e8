using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;
using PatchScribe.Review;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// A sentence or paragraph that somebody proposes under a part of the log takes the place of what it resembles there,
/// when its writer stands by it or the author took it up.
/// </summary>
internal sealed class SentenceRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        foreach (var proposal in (request.Review?.Proposals ?? []).Where(one => one is { Kind: "sentence" or "commit-message", Scope: "this-change", Status: "agreed" or "proposed", Target: { Kind: "log", Text: not null } }))
        {
            if (proposal != log.Base && log.Scope.Covers(proposal.Quote.MessageId, proposal.Target) && (!proposal.Hedged || AuthorWords.TakesUp(proposal, log.Scope))
                && Replace(log, proposal))
            {
                LogEdit.Meet(log, request.Review!, proposal.Quote);
            }
        }
    }

    private static bool Replace(LogComposition log, TextProposal proposal)
    {
        var text = TextMatch.Squeeze(proposal.Text);
        foreach (var piece in TextMatch.Paragraphs(proposal.Target!.Text!).Reverse())
        {
            var at = log.Blocks.FindIndex(block => block.Kind == LogBlockKind.Paragraph && TextMatch.Squeeze(block.Text).Contains(piece, StringComparison.Ordinal));
            var old = at < 0 ? null : SentenceSplitter.Split(piece).Reverse().Append(piece).FirstOrDefault(sentence => WordOverlap.Resembles(sentence, text));
            if (old is null || text.Contains(old, StringComparison.Ordinal) || old.Contains(text, StringComparison.Ordinal))
            {
                continue;
            }

            var evidence = new Evidence("mail", proposal.Text, proposal.Quote.MessageId, Line: proposal.Quote.FirstLine);
            log.Blocks[at] = log.Blocks[at].WithText(TextMatch.Squeeze(log.Blocks[at].Text).Replace(old, text, StringComparison.Ordinal), [evidence]);
            return true;
        }

        return false;
    }
}
