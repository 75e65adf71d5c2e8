using PatchScribe.Review.Phrases;
using PatchScribe.Review.Remarks;

namespace PatchScribe.Review.Statements;

/// <summary>Promises, decisions, rejected alternatives and disagreements, a sentence each.</summary>
internal static class DecisionFinder
{
    public static IEnumerable<ReviewDecision> Find(IEnumerable<Remark> remarks)
    {
        foreach (var remark in remarks.Where(remark => !remark.ByRobot))
        {
            foreach (var sentence in Sentences.Of(remark.Lines))
            {
                var kind = sentence.Text.EndsWith('?') ? null
                    : Answering.Rejects().IsMatch(sentence.Text) ? "rejected-alternative"
                    : Answering.Decides().IsMatch(sentence.Text) ? "decision"
                    : Answering.Promises(sentence.Text) ? "promise"
                    : null;
                if (kind is not null)
                {
                    yield return new ReviewDecision(remark.Author, kind, new MailQuote(remark.MessageId, sentence.Text, sentence.FirstLine, sentence.LastLine));
                }
            }
        }
    }

    /// <summary>Answers that begin with a no, and whom they contradict.</summary>
    public static IEnumerable<ReviewDisagreement> Disagreements(IEnumerable<Remark> remarks, Conversation talk)
    {
        foreach (var remark in remarks.Where(remark => Answering.Disagrees().IsMatch(remark.Text)))
        {
            if (talk.Answered(remark) is { } above && above.Author != remark.Author)
            {
                var sentence = Sentences.Of(remark.Lines).First();
                yield return new ReviewDisagreement(remark.Author, new MailQuote(remark.MessageId, sentence.Text, sentence.FirstLine, sentence.LastLine), above.Author, above.MessageId);
            }
        }
    }
}
