using System.Buffers;
using System.Text.RegularExpressions;

namespace PatchScribe.Threads.Tags;

/// <summary>Reads the verdicts that are no trailer lines: a plain NACK, and a tag taken back.</summary>
internal static partial class VerdictWords
{
    private static readonly SearchValues<string> NackWords = SearchValues.Create(["NACK", "NAK", "Nack", "Nak"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Mine = SearchValues.Create(["my"], StringComparison.OrdinalIgnoreCase);

    /// <summary>False for a text in which no line can be a NACK.</summary>
    public static bool MayHoldNack(ReadOnlySpan<char> text) => text.ContainsAny(NackWords);

    /// <summary>True for a line that opens with NACK or NAK as a verdict.</summary>
    public static bool IsNack(ReadOnlySpan<char> line) => line.ContainsAny(NackWords) && Nack().IsMatch(line);

    /// <summary>The tokens that the lines take back ("please drop my R-b"), each with the words.</summary>
    public static IEnumerable<(string Token, string Words)> Retractions(TextLines lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines.Span(i).ContainsAny(Mine))
            {
                continue;
            }

            // The sentence may have been broken just before or behind these words.
            var text = string.Join(' ', new[] { i > 0 ? lines[i - 1] : "", lines[i], i + 1 < lines.Count ? lines[i + 1] : "" }).Trim();
            var sentence = text.Split(". ").FirstOrDefault(part => Retraction().IsMatch(part) && !NoRetraction().IsMatch(part));
            if (sentence is not null && Retraction().Match(sentence) is { Success: true } found)
            {
                var whole = lines[i].Trim();
                yield return (Long(found.Groups["token"].Value), Retraction().IsMatch(whole) ? whole : sentence.Trim());
                i++;
            }
        }
    }

    private static string Long(string token) => token.ToLowerInvariant() switch
    {
        "r-b" or "rb" or "review" => "Reviewed-by",
        "a-b" or "ack" or "acks" => "Acked-by",
        "t-b" => "Tested-by",
        "nak" or "nack" => "Nacked-by",
        var full => TrailerReader.Spelling(full) ?? full,
    };

    [GeneratedRegex(@"^\s*((so|sorry|well|then|still|hence|thus|therefore|it's|that's|this is|that is|this gets|consider this)\W+)*((a|an|my|big|strong|firm|hard|clear)\s+)*(NACK|NAK|Nack|Nak)(ed|ed-by)?(\s*$|\s*[.,:;!)(]|\s+-|\s+(from|to|on|for|as|because|this|that|unless|until|again|here|then)\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex Nack();

    [GeneratedRegex(@"\b(drop|remove|retract|withdraw|take back|revoke|rescind|ignore|(don'?t|do not) (add|carry|keep|include|take))\b( \w+){0,2} my (?<token>(Reviewed|Acked|Tested|Nacked)-by|[rat]-b|rb|acks?|nac?k)\b|\bmy (?<token>(Reviewed|Acked|Tested|Nacked)-by|[rat]-b|rb|ack|nac?k) (no longer (stands|holds|applies)|back\b|is withdrawn)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Retraction();

    [GeneratedRegex(@"\?\s*$|\b(feel free|why did|did you|you (forgot|may|can|could|might)|if you|unless|no need|dropped|would)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NoRetraction();
}
