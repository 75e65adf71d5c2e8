using PatchScribe.Review.Phrases;
using PatchScribe.Review.Proposals;
using PatchScribe.Review.Remarks;
using PatchScribe.Threads;

namespace PatchScribe.Review.Points;

/// <summary>
/// What became of each point. Said "addressed" only where a later version proves it, see <see cref="LaterVersionProof"/>;
/// else "touched" or "unchanged" by the text that it stands under; without a later version by what the answers say.
/// </summary>
internal sealed class PointStatus(Discussion discussion, Conversation talk, ProposalIndex proposals, IReadOnlyList<FactCorrection> corrections)
{
    private readonly PatchVersions versions = new(discussion);
    private readonly LaterVersionProof proof = new(corrections, proposals);
    private readonly Dictionary<string, DateTimeOffset?> dates = discussion.Messages.DistinctBy(message => message.MessageId, StringComparer.Ordinal).ToDictionary(message => message.MessageId, message => message.Date, StringComparer.Ordinal);
    private readonly ILookup<string, string> replies = discussion.Threads
        .SelectMany(thread => thread.Nodes.Where(node => node.Parent >= 0), (thread, node) => (node.MessageId, Parent: thread.Nodes[node.Parent].MessageId))
        .ToLookup(pair => pair.Parent, pair => pair.MessageId, StringComparer.Ordinal);

    private readonly TextProposal? lastLog = proposals.All.LastOrDefault(one => one is { Kind: "commit-message", Scope: "this-change" });

    /// <summary>The point with its status and evidence.</summary>
    public ReviewPoint Decide(ReviewPoint point, Remark remark)
    {
        var under = talk.Under(remark, point.Quote.FirstLine, point.Quote.LastLine).ToList();
        if (under.Find(later => later.Author == point.Author && Answering.Withdraws().IsMatch(later.Text)) is { } withdrawal)
        {
            return point with { Status = "withdrawn", Evidence = [withdrawal.Quote] };
        }

        var answers = under.FindAll(later => later.Author != point.Author && !later.ByRobot);
        var (status, telling) = ByAnswers(answers, remark);
        if (versions.After(remark.Topic.PatchMessageId ?? point.Place.PatchMessageId, dates.GetValueOrDefault(point.Quote.MessageId)) is { } later)
        {
            var (proven, quotes, difference) = proof.Of(point, remark, later);
            var byVersion = proven is "unchanged" && status is "disputed" ? "disputed"
                : proven is "unchanged" && point.Kind is "question" or "process" && status is not null ? "answered"
                : proven is "unchanged" && point.Kind is "question" ? "unanswered"
                : proven;
            return point with { Status = byVersion, Evidence = [.. telling, .. quotes], WordDiff = difference };
        }

        if (status is null && lastLog is not null && Topics.LogByName().IsMatch(point.Quote.Quote) && IsAfter(lastLog.Quote, point.Quote) && proposals.Below(point.Quote.MessageId, point.Quote.LastLine) != lastLog
            && (lastLog.Target?.PatchMessageId == point.Place.PatchMessageId || remark.Pasted))
        {
            return point with { Status = "answered", Evidence = [lastLog.Quote] };
        }

        return point with { Status = status ?? "unchanged", Evidence = telling };
    }

    /// <summary>What people said under the point, else what the patch's author said about the whole mail ("will do in v2").</summary>
    private (string? Status, IReadOnlyList<MailQuote> Telling) ByAnswers(List<Remark> answers, Remark remark)
    {
        if (remark.Pasted)
        {
            return BelowOnPage(remark) is { } below ? ("agreed", [below.Quote]) : (null, []);
        }

        if (answers.Find(answer => Answering.Disagrees().IsMatch(answer.Text)) is { } no)
        {
            return ("disputed", [no.Quote]);
        }

        if (answers.Find(answer => answer.ByPatchAuthor && (Answering.Agrees().IsMatch(answer.Text) || Answering.Promises(answer.Text))) is { } yes)
        {
            return ("agreed", [yes.Quote]);
        }

        if (answers.Count > 0)
        {
            return ("answered", [answers[0].Quote]);
        }

        var overall = replies[remark.MessageId].SelectMany(talk.Of)
            .FirstOrDefault(answer => answer is { ByPatchAuthor: true, Place.Kind: "unknown", Run: 0 } && Answering.Promises(answer.Text));
        return overall is null ? (null, []) : ("agreed", [overall.Quote]);
    }

    /// <summary>Where marks are lost: the paragraph right below, when it begins as an answer does; nobody says "you're right" to himself.</summary>
    private Remark? BelowOnPage(Remark remark) =>
        talk.Next(remark) is { } next && Answering.Agrees().IsMatch(next.Text) ? next : null;

    private bool IsAfter(MailQuote later, MailQuote earlier) => later.MessageId == earlier.MessageId ? later.FirstLine > earlier.LastLine
        : dates.GetValueOrDefault(later.MessageId) >= dates.GetValueOrDefault(earlier.MessageId);
}
