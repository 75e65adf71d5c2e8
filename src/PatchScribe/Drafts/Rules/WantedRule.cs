using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// "I would have liked to see "x" and "y"": the quoted words, joined as the reviewer joined them, become a sentence at
/// the end of the paragraph that the remark stands under, else of the last one.
/// </summary>
internal sealed partial class WantedRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        var scope = log.Scope;
        foreach (var point in (request.Review?.Points ?? []).Where(point => point.Kind == "commit-message"
            && scope.Covers(point.Quote.MessageId, point.Place) && point.Status is not ("disputed" or "withdrawn")))
        {
            var wanted = Wish().Match(TextMatch.Squeeze(point.Quote.Quote)).Groups["wanted"].Value;
            var sentence = wanted.Replace("\"", "", StringComparison.Ordinal).Trim();
            var at = LogEdit.FindBlock(log, point.Place.Text);
            at = at >= 0 ? at : log.Blocks.FindLastIndex(block => block.Kind == LogBlockKind.Paragraph);
            if (sentence.Length == 0 || at < 0)
            {
                continue;
            }

            var evidence = new Evidence("mail", point.Quote.Quote, point.Quote.MessageId, Line: point.Quote.FirstLine);
            var addition = char.ToUpperInvariant(sentence[0]) + sentence[1..] + (sentence[^1] is '.' or '!' or '?' ? "" : ".");
            log.Blocks[at] = log.Blocks[at].WithText(log.Blocks[at].Text + " " + addition, [evidence]);
            log.Met.Add(point.Id);
            var rest = SentenceSplitter.Split(point.Quote.Quote).Where(one => !Wish().IsMatch(one)).ToList();
            if (rest.Count > 0)
            {
                log.Notes.Add($"{point.Author} also says: {Quotation.Short(string.Join(' ', rest), 300)}");
            }
        }
    }

    [GeneratedRegex("""\b(have liked|like|liked|love|loved|prefer|preferred|expect|expected|hoped) to (see|read|have|find)( (seen|read|had))? (something like )?(?<wanted>"[^"]{3,300}"(( and|,| or) "[^"]{3,300}")*)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Wish();
}
