using PatchScribe.Review.Points;
using PatchScribe.Review.Proposals;
using PatchScribe.Review.Quoting;
using PatchScribe.Review.Statements;
using PatchScribe.Threads;

namespace PatchScribe.Review;

/// <summary>
/// Reads what a discussion asks, proposes, decides and leaves open. In: a discussion; out: its review, every item with the
/// mail and lines it rests on. Deterministic, linear in the size of the mails.
/// </summary>
public static class ReviewReader
{
    /// <summary>The review of one discussion.</summary>
    public static DiscussionReview Read(Discussion discussion)
    {
        var remarks = RemarkReader.Read(discussion);
        var proposals = ProposalFinder.Find(discussion, remarks);
        var free = remarks.Where(remark => !IsInside(remark, proposals)).ToList();
        var corrections = CorrectionFinder.Find(free).ToList();
        var replies = discussion.Messages.Where(message => remarks.Any(remark => remark.MessageId == message.MessageId)).ToList();
        return new DiscussionReview
        {
            Points = [.. PointFinder.Find(free, proposals).Select(point => PointStatus.Decide(point, discussion, remarks, corrections, proposals))],
            Corrections = corrections,
            Decisions = [.. DecisionFinder.Find(free)],
            Proposals = proposals,
            Questions = [.. QuestionFinder.Find(free)],
            ErrorMessages = [.. ErrorMessageFinder.Find(replies, proposals)],
            CommitReferences = [.. CommitReferenceFinder.Find(discussion.Messages)],
            Remarks = [.. remarks.Select(remark => new ReviewRemark(remark.Author, remark.ByPatchAuthor, remark.Quote, remark.Place))],
        };
    }

    /// <summary>A text that somebody proposes is not what they say themselves.</summary>
    private static bool IsInside(Remark remark, IReadOnlyList<TextProposal> proposals) => proposals.Any(proposal =>
        proposal.Quote.MessageId == remark.MessageId && proposal.Quote.FirstLine <= remark.LastLine && remark.FirstLine <= proposal.Quote.LastLine
        && (proposal.Kind != "error-message" || proposal.Text.Length * 2 > remark.Text.Length));
}
