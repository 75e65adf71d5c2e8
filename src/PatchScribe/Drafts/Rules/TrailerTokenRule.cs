using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;

namespace PatchScribe.Drafts.Rules;

/// <summary>"I'll change this to Suggested-by:" under a trailer gives that trailer the other token.</summary>
internal sealed partial class TrailerTokenRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        foreach (var remark in log.Scope.Remarks.Where(remark => remark.Place.Kind == "trailer"))
        {
            var token = Change().Match(TextMatch.Squeeze(remark.Quote.Quote)).Groups["token"].Value;
            var line = TextMatch.Squeeze((remark.Place.Text ?? "").Split('\n')[^1]);
            var at = token.Length == 0 ? -1 : log.Trailers.FindIndex(trailer => TextMatch.Squeeze(trailer.Text) == line);
            if (at < 0)
            {
                continue;
            }

            var old = log.Trailers[at];
            var changed = token + old.Text[old.Text.IndexOf(':', StringComparison.Ordinal)..];
            Evidence evidence = new("mail", remark.Quote.Quote, remark.Quote.MessageId, Line: remark.Quote.FirstLine);
            log.Trailers[at] = new LogTrailer(changed, [.. old.Evidence, evidence]);
            log.Corrections.Add(new DraftCorrection(old.Text, changed, Applied: true, $"{remark.Author} asked for it", [evidence]));
            LogEdit.Meet(log, request.Review!, remark.Quote);
        }
    }

    [GeneratedRegex(@"\b(change|make|turn|use)( (this|it|that))?( (to|into|be))?( a| an)? [""'`]?(?<token>[A-Z][A-Za-z]+-by):?", RegexOptions.ExplicitCapture)]
    private static partial Regex Change();
}
