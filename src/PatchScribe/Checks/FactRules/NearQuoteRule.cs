using System.Text.RegularExpressions;
using PatchScribe.Checks.Log;
using PatchScribe.Checks.Rules;
using PatchScribe.Diagnostics;

namespace PatchScribe.Checks.FactRules;

/// <summary>The log quotes a message that is close to the program's text and is not it: a missing blank or quote mark, one word for another.</summary>
internal sealed partial class NearQuoteRule : ICheckRule
{
    private const double MinSimilarity = 0.7;
    private const int MinWords = 3;
    private const double MinShare = 0.6;

    public string Id => "PS0207";

    public string Name => "near-quote";

    public Severity Severity => Severity.Note;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        var texts = context.Request.Analysis.Messages.SelectMany(message => new[] { (message, format: message.Before, line: message.LineBefore), (message, format: message.After, line: message.LineAfter) })
            .Where(pair => pair.format is not null).Select(pair => (pair.message, format: pair.format!, pair.line, pieces: new FormatPieces(pair.format!))).Where(text => text.pieces.IsTelling).ToList();
        foreach (var (quote, line) in Quotes(context.Log))
        {
            if (texts.Exists(text => text.pieces.IndexIn(quote) >= 0 || text.pieces.Text.Contains(quote, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var best = texts.Select(text => (text, score: Similarity(text.pieces.Text, quote))).OrderByDescending(pair => pair.score).FirstOrDefault();
            if (best.score >= MinSimilarity)
            {
                yield return this.OfLog($"\"{Quotation.Short(quote)}\" is close to what the program prints, but not it", $"the text is \"{best.text.format}\"", line, quote,
                    new Evidence("code", best.text.format, File: best.text.message.File, Line: best.text.line));
            }
        }

        foreach (var correction in context.Claims.SelectMany(result => result.Corrections))
        {
            yield return this.OfLog($"a quoted message differs from the program's text ({correction.Because})", $"the text is: {correction.To}", correction.FirstLine, context.Log.Lines[correction.FirstLine - 1].Trim(),
                new Evidence("model", correction.To));
        }
    }

    /// <summary>Common words, a specifier standing for any word, as a share of all (Dice), 0 to 1; 0 when fewer than three of the format's own words, or than six in ten, are common.</summary>
    private static double Similarity(string format, string quote)
    {
        var (wanted, words) = (Words(format), Words(quote).ToList());
        var specifiers = wanted.Count(word => word.Contains('%', StringComparison.Ordinal));
        var common = wanted.Count(words.Remove);
        var own = wanted.Length - specifiers;
        return common < MinWords || common < MinShare * own ? 0 : 2.0 * (common + Math.Min(specifiers, words.Count)) / (wanted.Length + common + words.Count);
    }

    private static string[] Words(string text) => text.ToLowerInvariant().Split([' ', ',', '.', ':', ';', '\'', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<(string Quote, int Line)> Quotes(CheckedLog log) =>
        log.Matches(Quoted()).Select(pair => (Quote: pair.Match.Groups["text"].Value, pair.Line))
            .Concat(log.Blocks.SelectMany(block => block.Lines.Select((text, i) => (Quote: text.Trim(), Line: block.FirstLine + i))))
            .Where(pair => pair.Quote.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= MinWords);

    [GeneratedRegex("""["'`](?<text>[^"'`]{8,200})["'`]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
