using System.Text.RegularExpressions;
using PatchScribe.Review.Remarks;

namespace PatchScribe.Review.Statements;

/// <summary>Questions, and the mail in which another person answers under them. A polite request is no question.</summary>
internal static partial class QuestionFinder
{
    public static IEnumerable<ReviewQuestion> Find(IEnumerable<Remark> remarks, Conversation talk)
    {
        foreach (var remark in remarks.Where(remark => remark.Text.Contains('?', StringComparison.Ordinal) && !remark.ByRobot))
        {
            foreach (var sentence in Sentences.Of(remark.Lines).Where(sentence => IsQuestion(sentence.Text)))
            {
                var answer = talk.Under(remark, sentence.FirstLine, remark.LastLine).FirstOrDefault(answer => answer.Author != remark.Author);
                yield return new ReviewQuestion(remark.Author, new MailQuote(remark.MessageId, sentence.Text, sentence.FirstLine, sentence.LastLine), answer?.MessageId);
            }
        }
    }

    private static bool IsQuestion(string sentence) =>
        sentence.Length > 4 && sentence.TrimEnd('"', ')', '\'', ' ', '!').EndsWith('?') && !Request().IsMatch(sentence) && !Code().IsMatch(sentence);

    [GeneratedRegex(@"^(please\b|\$ )|^(so |and |also,? |then |maybe )?(could|can|would|will) (you|we)( please| also| just)?\b.*\b(rephrase|reword|add|change|split|resend|send|fix|drop|remove|rename|move|explain|describe|mention|document|update|use|put|make|test|try|check|rebase|share|post|include|squash|provide)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Request();

    [GeneratedRegex(@"[;{}]|\w\(.*\) \?|https?://\S+\?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
