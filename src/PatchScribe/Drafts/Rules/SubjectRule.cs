using PatchScribe.Diagnostics;

namespace PatchScribe.Drafts.Rules;

/// <summary>A subject that somebody proposed becomes the subject when the patch author wrote it or took it up.</summary>
internal sealed class SubjectRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        var scope = log.Scope;
        var chosen = (request.Review?.Proposals ?? [])
            .Where(proposal => proposal is { Kind: "subject", Scope: "this-change" })
            .Where(proposal => proposal.Status is "agreed" or "proposed" && (proposal.ByPatchAuthor || AuthorWords.TakesUp(proposal, scope)))
            .Where(proposal => scope.Covers(proposal.Quote.MessageId, proposal.Target))
            .Where(proposal => log.Base is null || scope.DateOf(proposal.Quote.MessageId) >= scope.DateOf(log.Base.Quote.MessageId))
            .OrderBy(proposal => scope.DateOf(proposal.Quote.MessageId))
            .ThenBy(proposal => proposal.Quote.FirstLine)
            .LastOrDefault();
        var text = chosen is null ? "" : LogText.TextMatch.Squeeze(chosen.Text);
        if (text.Length == 0 || text == log.Subject)
        {
            return;
        }

        log.Subject = text;
        log.SubjectEvidence = [new Evidence("mail", chosen!.Text, chosen.Quote.MessageId, Line: chosen.Quote.FirstLine)];
        LogEdit.Meet(log, request.Review!, chosen.Quote);
        if (chosen is { Hedged: true, ByPatchAuthor: false })
        {
            log.Notes.Add($"{chosen.Author} proposed the subject as \"something like\" it: the author may word it otherwise");
        }
    }
}
