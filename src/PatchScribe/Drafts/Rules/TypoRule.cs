using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;
using PatchScribe.Review;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// "typo: deadline", "manipulate?" under a quoted line puts the word right that is spelt nearly so there, at most a third of
/// its letters away and unlike every other; "s/a/b" without its last slash is a substitution too.
/// </summary>
internal sealed partial class TypoRule : ICompositionRule
{
    private const int MinLetters = 4;

    public void Apply(LogComposition log, DraftRequest request)
    {
        foreach (var point in (request.Review?.Points ?? []).Where(point => point.Place.Kind is "log" or "subject" && log.Scope.Covers(point.Quote.MessageId, point.Place)
            && point.Status is not ("disputed" or "withdrawn") && !log.Met.Contains(point.Id)))
        {
            var pair = Substitution().Match(point.Quote.Quote) is { Success: true } match ? (match.Groups["wrong"].Value, match.Groups["right"].Value)
                : Alone().Match(TextMatch.Squeeze(point.Quote.Quote)) is { Success: true } word ? (Nearest(point.Place.Text ?? "", word.Groups["right"].Value), word.Groups["right"].Value)
                : (null, "");
            if (pair is ({ Length: > 0 } wrong, { Length: > 0 } right) && wrong != right)
            {
                Apply(log, point, wrong, right);
            }
        }
    }

    private static void Apply(LogComposition log, ReviewPoint point, string wrong, string right)
    {
        Evidence[] evidence = [new Evidence("mail", point.Quote.Quote, point.Quote.MessageId, Line: point.Quote.FirstLine)];
        if (LogEdit.Replace(log, wrong, right, point.Place.Text, evidence) > 0)
        {
            log.Corrections.Add(new DraftCorrection(wrong, right, Applied: true, $"{point.Author} corrected it", evidence));
            log.Met.Add(point.Id);
        }
    }

    /// <summary>The one word of a text that is nearest to another spelling; null when none, or more than one, is near.</summary>
    internal static string? Nearest(string text, string right)
    {
        var near = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ';', ':', '"', '\'', '(', ')', '!', '?')).Distinct(StringComparer.Ordinal)
            .Where(word => word.Length >= MinLetters && word != right).Select(word => (word, distance: Spelling.Distance(word, right)))
            .Where(pair => pair.distance <= Math.Max(1, right.Length / 3)).OrderBy(pair => pair.distance).ToList();
        return right.Length < MinLetters || text.Contains(right, StringComparison.Ordinal) || near.Count == 0 || (near.Count > 1 && near[0].distance == near[1].distance) ? null : near[0].word;
    }

    [GeneratedRegex(@"(^|[\s""'`(])[s~]/(?<wrong>[^/\s]{2,60})/(?<right>[^/\s]{2,60})/?[.,;)""'`]?($|\s)", RegexOptions.ExplicitCapture)]
    private static partial Regex Substitution();

    [GeneratedRegex(@"^(nit(pick)?|typos?|spelling|sp)?\s{0,9}[:,-]?\s{0,9}(should be )?[""'`]?(?<right>[A-Za-z][\w-]{3,40})[""'`]?( again)?\s*[?.]?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Alone();
}
