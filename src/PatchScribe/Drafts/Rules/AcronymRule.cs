using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// "Spell out "long form"" replaces the one word of the subject that is made of the long form's initials.
/// </summary>
internal sealed partial class AcronymRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        var scope = log.Scope;
        foreach (var point in (request.Review?.Points ?? []).Where(point => point.Kind is "subject" or "commit-message"
            && scope.Covers(point.Quote.MessageId, point.Place) && point.Status is not ("disputed" or "withdrawn")))
        {
            var form = SpellOut().Match(TextMatch.Squeeze(point.Quote.Quote)).Groups["form"].Value;
            var initials = string.Concat(form.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0])));
            var at = initials.Length < 2 ? -1 : TextMatch.IndexOf(log.Subject, initials);
            if (at < 0 || TextMatch.IndexOf(log.Subject, initials, at + 1) >= 0)
            {
                continue;
            }

            log.Subject = log.Subject[..at] + form + log.Subject[(at + initials.Length)..];
            log.SubjectEvidence = [.. log.SubjectEvidence, new Evidence("mail", point.Quote.Quote, point.Quote.MessageId, Line: point.Quote.FirstLine)];
            log.Met.Add(point.Id);
        }
    }

    [GeneratedRegex("""\bspell(ing)?( it| this)? out (as )?(the )?["'](?<form>[^"']{5,80})["']""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SpellOut();
}
