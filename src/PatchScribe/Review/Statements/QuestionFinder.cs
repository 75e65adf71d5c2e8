using System.Text.RegularExpressions;
using PatchScribe.Review.Quoting;

namespace PatchScribe.Review.Statements;

/// <summary>Questions, and the mail in which another person answers under them. A polite request is no question.</summary>
internal static partial class QuestionFinder
{
    public static IEnumerable<ReviewQuestion> Find(IReadOnlyList<Remark> remarks)
    {
        foreach (var remark in remarks)
        {
            foreach (var sentence in Sentences.Of(remark.Text).Where(sentence => sentence.EndsWith('?') && !Request().IsMatch(sentence) && sentence.Length > 4))
            {
                yield return new ReviewQuestion(remark.Author, remark.Quote with { Quote = sentence }, AnswersTo(remark, remarks).FirstOrDefault()?.MessageId);
            }
        }
    }

    /// <summary>Remarks of others that stand under a remark, in order.</summary>
    public static IEnumerable<Remark> AnswersTo(Remark asked, IReadOnlyList<Remark> remarks)
    {
        var lines = asked.Lines.Select(line => line.Text.Trim()).Where(line => line.Length > 3).ToHashSet(StringComparer.Ordinal);
        return remarks.Where(remark => remark.MessageId != asked.MessageId && remark.Author != asked.Author
            && remark.Place is { Kind: "remark", Text: { } text } && Last(text).Any(line => lines.Contains(line)));
    }

    /// <summary>The lines of the last quoted paragraph.</summary>
    private static IEnumerable<string> Last(string quoted) =>
        quoted.Split('\n').Reverse().SkipWhile(string.IsNullOrWhiteSpace).TakeWhile(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Trim());

    [GeneratedRegex(@"^(please\b|\$ )|^(so |and |also,? |then |maybe )?(could|can|would|will) (you|we)( please| also| just)?\b.*\b(rephrase|reword|add|change|split|resend|send|fix|drop|remove|rename|move|explain|describe|mention|document|update|use|put|make|test|try|check|rebase|share|post|include|squash|provide)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Request();
}
