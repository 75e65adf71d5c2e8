using PatchScribe.Review.Points;
using PatchScribe.Review.Proposals;
using PatchScribe.Review.Quoting;
using PatchScribe.Review.Remarks;
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
        var replies = new ReplyReader(discussion);
        var talk = new Conversation(RemarkReader.Read(discussion, replies));
        var proposals = new ProposalIndex(ProposalFinder.Find(discussion, talk, replies));
        var free = talk.Remarks.Where(remark => !proposals.IsInside(remark.MessageId, remark.FirstLine) && !proposals.IsInside(remark.MessageId, remark.LastLine)).ToList();
        var partly = talk.Remarks.Where(remark => !proposals.IsInside(remark.MessageId, remark.FirstLine)).ToList();
        var corrections = CorrectionFinder.Find(free).ToList();
        var status = new PointStatus(discussion, talk, proposals, corrections);
        return new DiscussionReview
        {
            Points = [.. PointFinder.Find(talk.Remarks, proposals).Select(found => status.Decide(found.Point, found.Remark))],
            Corrections = corrections,
            Decisions = [.. DecisionFinder.Find(partly)],
            Proposals = proposals.All,
            Questions = [.. QuestionFinder.Find(partly, talk)],
            ErrorMessages = [.. ErrorMessageFinder.Find([.. discussion.Messages.Where(message => talk.Of(message.MessageId).Count > 0)], replies, proposals)],
            CommitReferences = [.. CommitReferenceFinder.Find(discussion.Messages, replies)],
            Disagreements = [.. DecisionFinder.Disagreements(partly, talk)],
            Remarks = [.. talk.Remarks.Select(remark => new ReviewRemark(remark.Author, remark.ByPatchAuthor, remark.Quote, remark.Place))],
        };
    }
}
