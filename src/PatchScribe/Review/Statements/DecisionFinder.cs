using PatchScribe.Review.Quoting;

namespace PatchScribe.Review.Statements;

/// <summary>Promises, decisions and rejected alternatives, a sentence each.</summary>
internal static class DecisionFinder
{
    public static IEnumerable<ReviewDecision> Find(IReadOnlyList<Remark> remarks)
    {
        foreach (var remark in remarks)
        {
            foreach (var sentence in Sentences.Of(remark.Text))
            {
                var kind = Words.Rejects().IsMatch(sentence) ? "rejected-alternative"
                    : Words.Decides().IsMatch(sentence) ? "decision"
                    : Words.Promises().IsMatch(sentence) && !sentence.EndsWith('?') ? "promise"
                    : null;
                if (kind is not null)
                {
                    yield return new ReviewDecision(remark.Author, kind, remark.Quote with { Quote = sentence });
                }
            }
        }
    }
}
