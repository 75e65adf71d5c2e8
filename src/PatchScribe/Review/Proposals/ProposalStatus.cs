using PatchScribe.Review.Quoting;
using PatchScribe.Threads;

namespace PatchScribe.Review.Proposals;

/// <summary>
/// Decides what became of each proposal: agreed or rejected when another person (for a reviewer's text: the patch's author)
/// answers under it or to the mail in such words, superseded when the same kind of text for the same patch comes later.
/// </summary>
internal static class ProposalStatus
{
    private const int MinKnownLine = 12;

    public static IReadOnlyList<TextProposal> Decide(List<TextProposal> proposals, Discussion discussion, IReadOnlyList<Remark> remarks)
    {
        var order = discussion.Messages.Select((message, index) => (message.MessageId, index)).ToDictionary(pair => pair.MessageId, pair => pair.index, StringComparer.Ordinal);
        var parents = discussion.Threads.SelectMany(thread => thread.Nodes.Where(node => node.Parent >= 0), (thread, node) => (node.MessageId, Parent: thread.Nodes[node.Parent].MessageId))
            .ToDictionary(pair => pair.MessageId, pair => pair.Parent, StringComparer.Ordinal);
        var decided = proposals.ConvertAll(proposal => proposal with { Status = Answer(proposal, remarks, parents, order) });
        for (var i = 0; i < decided.Count; i++)
        {
            var one = decided[i];
            if (one is { Kind: "commit-message" or "subject", Scope: "this-change", Status: not "rejected" } && decided.Exists(later => Replaces(later, one, order)))
            {
                decided[i] = one with { Status = "superseded" };
            }
        }

        return decided;
    }

    private static bool Replaces(TextProposal later, TextProposal earlier, Dictionary<string, int> order) =>
        later.Kind == earlier.Kind && later.Scope == "this-change" && later.Status is "proposed" or "agreed"
        && later.Target?.PatchMessageId == earlier.Target?.PatchMessageId
        && (order[later.Quote.MessageId], later.Quote.FirstLine).CompareTo((order[earlier.Quote.MessageId], earlier.Quote.FirstLine)) > 0
        && !(later.Hedged && !later.ByPatchAuthor && later.Status == "proposed")
        && !(earlier.Status == "agreed" && later.Status != "agreed" && !later.ByPatchAuthor);

    private static string Answer(TextProposal proposal, IReadOnlyList<Remark> remarks, Dictionary<string, string> parents, Dictionary<string, int> order)
    {
        var known = proposal.Text.Split('\n').Select(line => line.Trim()).Where(line => line.Length >= MinKnownLine).ToHashSet(StringComparer.Ordinal);
        foreach (var remark in remarks.Where(remark => remark.Author != proposal.Author && order[remark.MessageId] > order[proposal.Quote.MessageId]
            && (proposal.ByPatchAuthor || remark.ByPatchAuthor)))
        {
            var under = remark.Place.Text is { } text && text.Split('\n').Any(line => known.Contains(line.Trim()));
            var direct = parents.GetValueOrDefault(remark.MessageId) == proposal.Quote.MessageId;
            if (under && Words.Disagrees().IsMatch(remark.Text))
            {
                return "rejected";
            }

            if ((under && (Words.Agrees().IsMatch(remark.Text) || Words.Approves().IsMatch(remark.Text) || Words.Promises().IsMatch(remark.Text)))
                || (direct && Words.Approves().IsMatch(remark.Text)))
            {
                return "agreed";
            }
        }

        return "proposed";
    }
}
