using PatchScribe.Review.Phrases;
using PatchScribe.Review.Remarks;
using PatchScribe.Threads;

namespace PatchScribe.Review.Proposals;

/// <summary>
/// Decides what became of each proposal: agreed or rejected when another person (for a reviewer's text: the patch's author)
/// answers under it, or to the mail, in such words; superseded when the same kind of text for the same patch comes later.
/// </summary>
internal static class ProposalStatus
{
    public static IReadOnlyList<TextProposal> Decide(List<TextProposal> proposals, Discussion discussion, Conversation talk)
    {
        if (proposals.Count == 0)
        {
            return proposals;
        }

        var replies = discussion.Threads.SelectMany(thread => thread.Nodes.Where(node => node.Parent >= 0), (thread, node) => (node.MessageId, Parent: thread.Nodes[node.Parent].MessageId))
            .ToLookup(pair => pair.Parent, pair => pair.MessageId, StringComparer.Ordinal);
        var decided = proposals.ConvertAll(proposal => proposal with { Status = Answer(proposal, talk, replies[proposal.Quote.MessageId]) });
        var last = new Dictionary<(string, string?), TextProposal>();
        for (var i = decided.Count - 1; i >= 0; i--)
        {
            var one = decided[i];
            if (one is not { Kind: "commit-message" or "subject", Scope: "this-change", Inline: false, Status: not "rejected" })
            {
                continue;
            }

            var key = (one.Kind, one.Target?.PatchMessageId);
            if (last.TryGetValue(key, out var later) && Replaces(later, one))
            {
                decided[i] = one with { Status = "superseded" };
            }
            else if (!last.ContainsKey(key) && !(one.Hedged && !one.ByPatchAuthor && one.Status == "proposed"))
            {
                last.Add(key, one);
            }
        }

        return decided;
    }

    /// <summary>A later text of the same kind replaces an earlier one, but not an agreed one unless it is agreed too or the patch author's.</summary>
    private static bool Replaces(TextProposal later, TextProposal earlier) => earlier.Status != "agreed" || later.Status == "agreed" || later.ByPatchAuthor;

    private static string Answer(TextProposal proposal, Conversation talk, IEnumerable<string> replies)
    {
        foreach (var remark in replies.SelectMany(talk.Of).Where(remark => remark.Author != proposal.Author && (proposal.ByPatchAuthor || remark.ByPatchAuthor)))
        {
            var under = remark.Under is { } line && line.MessageId == proposal.Quote.MessageId && line.Line >= proposal.Quote.FirstLine - 2 && line.Line <= proposal.Quote.LastLine;
            if (under && Answering.Disagrees().IsMatch(remark.Text))
            {
                return "rejected";
            }

            if ((under && (Answering.Agrees().IsMatch(remark.Text) || Answering.Approves().IsMatch(remark.Text) || Answering.Promises(remark.Text)))
                || (proposal is { Inline: false, Scope: "this-change", Kind: "commit-message" or "subject" } && (remark.Run == 0 || remark.Place.Kind == "unknown" || !under) && Answering.Approves().IsMatch(remark.Text)))
            {
                return "agreed";
            }
        }

        return "proposed";
    }
}
