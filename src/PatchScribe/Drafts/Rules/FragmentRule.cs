using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;
using PatchScribe.Review;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// A quoted fragment that stands alone under a part of the log replaces the span between its own first and last word,
/// when each of the two is found exactly once there, in this order.
/// </summary>
internal sealed partial class FragmentRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        var scope = log.Scope;
        foreach (var point in (request.Review?.Points ?? []).Where(point => point.Place.Kind is "log" or "subject"
            && scope.Covers(point.Quote.MessageId, point.Place) && point.Status is not ("disputed" or "withdrawn")))
        {
            var match = Alone().Match(TextMatch.Squeeze(point.Quote.Quote));
            if (match.Success && Apply(log, point, match.Groups["words"].Value.Trim()))
            {
                log.Met.Add(point.Id);
            }
        }
    }

    private static bool Apply(LogComposition log, ReviewPoint point, string fragment)
    {
        Evidence[] evidence = [new Evidence("mail", point.Quote.Quote, point.Quote.MessageId, Line: point.Quote.FirstLine)];
        if (point.Place.Kind == "subject" && Replace(log.Subject, fragment) is { } subject)
        {
            (log.Subject, log.SubjectEvidence) = (subject, [.. log.SubjectEvidence, .. evidence]);
            return true;
        }

        var at = LogEdit.FindBlock(log, point.Place.Text);
        if (at < 0 || log.Blocks[at].Kind != LogBlockKind.Paragraph || Replace(log.Blocks[at].Text, fragment) is not { } text)
        {
            return false;
        }

        log.Blocks[at] = log.Blocks[at].WithText(text, evidence);
        return true;
    }

    /// <summary>The text with the span replaced, or null when the ends are not found once each, in order.</summary>
    internal static string? Replace(string text, string fragment)
    {
        var words = fragment.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return null;
        }

        var first = TextMatch.IndexOf(text, words[0]);
        var last = TextMatch.IndexOf(text, words[^1]);
        var once = first >= 0 && last > first
            && TextMatch.IndexOf(text, words[0], first + 1) < 0 && TextMatch.IndexOf(text, words[^1], last + 1) < 0;
        return once ? text[..first] + fragment + text[(last + words[^1].Length)..] : null;
    }

    [GeneratedRegex("""^"(?<words>[^"]{3,300})"[.]?$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Alone();
}
