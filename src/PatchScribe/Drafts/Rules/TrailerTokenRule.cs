using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;

namespace PatchScribe.Drafts.Rules;

/// <summary>"I'll change this to Suggested-by:" under a trailer gives that trailer the other token.</summary>
internal sealed partial class TrailerTokenRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        var scope = PatchScope.Of(request);
        foreach (var point in (request.Review?.Points ?? []).Where(point => point.Place.Kind == "trailer" && scope.Covers(point.Quote.MessageId, point.Place)))
        {
            var token = Change().Match(TextMatch.Squeeze(point.Quote.Quote)).Groups["token"].Value;
            var line = TextMatch.Squeeze((point.Place.Text ?? "").Split('\n')[^1]);
            var at = token.Length == 0 ? -1 : log.Trailers.FindIndex(trailer => TextMatch.Squeeze(trailer.Text) == line);
            if (at < 0)
            {
                continue;
            }

            var old = log.Trailers[at];
            var changed = token + old.Text[old.Text.IndexOf(':', StringComparison.Ordinal)..];
            Evidence evidence = new("mail", point.Quote.Quote, point.Quote.MessageId, Line: point.Quote.FirstLine);
            log.Trailers[at] = new LogTrailer(changed, [.. old.Evidence, evidence]);
            log.Corrections.Add(new DraftCorrection(old.Text, changed, Applied: true, $"{point.Author} asked for it", [evidence]));
            log.Met.Add(point.Id);
        }
    }

    [GeneratedRegex(@"\b(change|make|turn) (this|it|that) (to|into)? ?(a |an )?[""']?(?<token>[A-Z][A-Za-z]+-by):?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Change();
}
