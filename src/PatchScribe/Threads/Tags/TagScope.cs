using System.Globalization;
using System.Text.RegularExpressions;

namespace PatchScribe.Threads.Tags;

/// <summary>
/// Which patches a tag is for: those of the words before or behind it ("for patches 1-3 and 5", "for the series"), else the
/// patch that the reply answers, else all patches of the cover letter that it answers.
/// </summary>
internal static partial class TagScope
{
    private const int MaxSentence = 160;

    /// <summary>The patches, out of those of the series; without words about it the ones given as <paramref name="answered"/>.</summary>
    public static IReadOnlyList<MailedPatch> Choose(string sentence, string? qualifier, PatchSeries series, IReadOnlyList<MailedPatch> answered)
    {
        foreach (var words in new[] { qualifier ?? "", sentence.Length <= MaxSentence ? sentence : "" })
        {
            if (Patches().Match(words) is { Success: true } named)
            {
                var numbers = Numbers(named.Groups["list"].Value);
                var chosen = series.Patches.Where(patch => patch.MessageId is not null && numbers.Exists(range => patch.Index >= range.First && patch.Index <= range.Last)).ToList();
                if (chosen.Count > 0)
                {
                    return chosen;
                }
            }
            else if (Whole().IsMatch(words))
            {
                return [.. series.Patches.Where(patch => patch.MessageId is not null)];
            }
        }

        return answered;
    }

    private static List<(int First, int Last)> Numbers(string list)
    {
        var ranges = new List<(int, int)>();
        foreach (Match range in Range().Matches(list))
        {
            var first = int.Parse(range.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
            ranges.Add((first, range.Groups["last"].Success ? int.Parse(range.Groups["last"].ValueSpan, CultureInfo.InvariantCulture) : first));
        }

        return ranges;
    }

    [GeneratedRegex(@"(^\W*|\b(for|on|to|of)\s+(the\s+)?)patch(es)?\s+(?<list>#?[0-9]{1,4}(/[0-9]{1,4})?((\s*(-|–|,|&|\.\.|/|to|and|through)\s*)+#?[0-9]{1,4})*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Patches();

    [GeneratedRegex(@"#?(?<first>[0-9]{1,4})(/[0-9]{1,4})?(\s*(-|–|\.\.|to|through)\s*#?(?<last>[0-9]{1,4}))?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(for|on|to|of)\s+((the|this)\s+)?((whole|entire|full|complete)\s+)?(series|patch\s?set|patch\s?series|lot|all( the)?( [0-9]+)? patches)\b|^\W*(whole|entire) (series|patch\s?set)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();
}
