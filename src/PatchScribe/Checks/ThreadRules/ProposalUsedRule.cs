using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using PatchScribe.Checks.Rules;
using PatchScribe.Diagnostics;

namespace PatchScribe.Checks.ThreadRules;

/// <summary>The thread agreed on a text and the log has other words; the differing words are shown. Rewording is the author's right, so it is a note.</summary>
internal sealed class ProposalUsedRule : ICheckRule
{
    private const int MaxWords = 40;

    public string Id => "PS0302";

    public string Name => "proposal-used";

    public Severity Severity => Severity.Note;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        var patch = context.Request.Patch?.Message?.MessageId;
        foreach (var proposal in (context.Request.Review?.Proposals ?? []).Where(one => one is { Status: "agreed", Scope: "this-change", Kind: "commit-message" or "sentence" or "subject" }
            && context.IsEarlier(one.Quote.MessageId) && IsHere(one.Target?.PatchMessageId, patch, context)))
        {
            if (context.Log.Holds(proposal.Text) is null)
            {
                yield return this.OfChange($"the thread agreed on a {proposal.Kind} by {proposal.Author}, the log has other words: {Difference(proposal.Text, context.Log.Text)}", "use the agreed text, or say in the thread why not",
                    file: null, line: null, new Evidence("mail", proposal.Text, proposal.Quote.MessageId, Line: proposal.Quote.FirstLine));
            }
        }
    }

    /// <summary>For this patch; a text for no certain one counts where the series has one patch alone.</summary>
    private static bool IsHere(string? target, string? patch, CheckContext context) =>
        patch is null || (target is null ? context.Request.Discussion?.Series.All(series => series.Patches.Count <= 1) == true : target == patch);

    /// <summary>Words of the proposal that are gone in <c>[-...-]</c>, as git diff --word-diff marks them.</summary>
    private static string Difference(string proposal, string log)
    {
        var diff = new SideBySideDiffBuilder(new Differ()).BuildDiffModel(string.Join('\n', Words(proposal)), string.Join('\n', Words(log)), ignoreWhitespace: false);
        var gone = diff.OldText.Lines.Where(line => line.Type is ChangeType.Deleted or ChangeType.Modified).Select(line => line.Text).Take(MaxWords).ToList();
        return gone.Count == 0 ? "the order differs" : $"[-{string.Join(' ', gone)}-]";
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
