using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Review.Remarks;

namespace PatchScribe.Review.Statements;

/// <summary>
/// Corrected facts: <c>s/a/b/</c>, "typo: a -> b", a word or a phrase alone under a line that has it misspelt, "the device name is X" (wrong is then the word of the quoted text that
/// is most like X).
/// </summary>
internal static partial class CorrectionFinder
{
    private const int MaxWord = 60;

    public static IEnumerable<FactCorrection> Find(IReadOnlyList<Remark> remarks)
    {
        for (var i = 0; i < remarks.Count; i++)
        {
            var remark = remarks[i];
            if (remark.ByRobot)
            {
                continue;
            }

            var place = remark.Place.Kind is "remark" or "unknown" ? "unknown" : remark.Place.Kind;
            foreach (var match in remark.Lines.SelectMany(line => Substitution().Matches(line.Text)).Where(match => match.Groups["wrong"].Length + match.Groups["right"].Length > 3))
            {
                yield return new FactCorrection(remark.Author, match.Groups["wrong"].Value, match.Groups["right"].Value, place, remark.Quote);
            }

            foreach (var match in Arrow().Matches(remark.Text).Where(match => match.Groups["wrong"].Value != match.Groups["right"].Value))
            {
                yield return new FactCorrection(remark.Author, match.Groups["wrong"].Value, match.Groups["right"].Value, place, remark.Quote);
            }

            foreach (var match in ShouldBe().Matches(remark.Text).Where(match => match.Groups["wrong"].Value != match.Groups["right"].Value && (remark.Place.Text?.Contains(match.Groups["wrong"].Value, StringComparison.Ordinal) == true)))
            {
                yield return new FactCorrection(remark.Author, match.Groups["wrong"].Value, match.Groups["right"].Value.TrimEnd('.', ','), place, remark.Quote);
            }

            if (Alone().Match(remark.Text) is { Success: true } alone && place != "unknown" && Misspelt(remark.Place.Text ?? "", alone.Groups["right"].Value) is { } misspelt)
            {
                yield return new FactCorrection(remark.Author, misspelt, alone.Groups["right"].Value, place, remark.Quote);
            }

            var named = Naming().Match(remark.Text);
            var above = remark.Pasted ? i > 0 && remarks[i - 1].MessageId == remark.MessageId ? remarks[i - 1].Text : "" : remark.Place.Text ?? "";
            if (named.Success && Nearest(above, named.Groups["right"].Value) is { } wrong)
            {
                yield return new FactCorrection(remark.Author, wrong, named.Groups["right"].Value, remark.Pasted ? "log" : place, remark.Quote);
            }
        }
    }

    /// <summary>The word of a text that shares the longest beginning with another, at least half of it; null when it is the same or none is near.</summary>
    private static string? Nearest(string text, string right)
    {
        var best = text.Split([' ', '\n', '(', ')', '"', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimEnd('.', ':', '?'))
            .Select(word => (word, shared: word.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count()))
            .OrderByDescending(pair => pair.shared).FirstOrDefault();
        return best.word is not null && best.shared * 2 >= right.Length && best.shared >= 4 && best.word != right && best.word != right.TrimEnd('/') ? best.word : null;
    }

    /// <summary>
    /// The words of the line quoted last that are spelled most like other words, as many or one more or less; null when that line has
    /// them, when none are near, or when two places are as near.
    /// </summary>
    private static string? Misspelt(string quoted, string right)
    {
        var line = quoted.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
        var words = Words().Matches(line);
        var count = right.Count(' ') + 1;
        var near = Enumerable.Range(count - 1, count == 1 ? 2 : 3).Where(length => length > 0 && length <= words.Count)
            .SelectMany(length => Enumerable.Range(0, words.Count - length + 1), (length, first) => line[words[first].Index..(words[first + length - 1].Index + words[first + length - 1].Length)])
            .Where(text => text.Length <= MaxWord)
            .Select(text => (Text: text, Distance: Spelling.Distance(text, right)))
            .Where(one => one.Distance <= Math.Max(1, right.Length / (count == 1 ? 3 : 4))).OrderBy(one => one.Distance).Take(2).ToList();
        return near is [{ Distance: > 0 } best, ..] && (near.Count == 1 || near[1].Distance > best.Distance || near[1].Text == best.Text) ? best.Text : null;
    }

    /// <summary>One word of five letters or more, or in quotes or behind "nit" or "typo" also a shorter one and up to six.</summary>
    [GeneratedRegex(@"^\W{0,6}(?<right>[\p{L}'-]{5,40})\W{0,3}$|^\W{0,6}((nits?|typos?|spelling)\b\W{1,4}|[""“])(?<right>[\p{L}'-]{2,40}( [\p{L}'-]{1,40}){0,5})\W{0,3}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Alone();

    [GeneratedRegex(@"[\p{L}'-]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"(^|[\s""'`(])s/(?<wrong>[^/]{1,80})/(?<right>[^/]{0,80})/g?($|[\s.,;)""'`])|(^|[\s""'`(])s/(?<wrong>[^/\s]{1,80})/(?<right>[^/\s]{1,80})[.,)]?(\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Substitution();

    [GeneratedRegex(@"\b(typo|nit|spelling|misspelt|misspelled)\b[^""]{0,20}[""'`]?(?<wrong>[\w./-]{3,40})[""'`]?\s*(->|=>|→|should be)\s*[""'`]?(?<right>[\w./-]{3,40})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"[""'`]?\b(?<wrong>[\w./-]{2,40})[""'`]? (should|must|needs to|has to|ought to) be (spelled|spelt|called|named|written|capitali[sz]ed) (as )?[""'`]?(?<right>[\w./-]{2,40})|[""'`](?<wrong>[\w./ -]{2,40})[""'`] (should|must|needs to|has to|ought to) (be|read) [""'`](?<right>[\w./ -]{2,40})[""'`]", RegexOptions.ExplicitCapture)]
    private static partial Regex ShouldBe();

    [GeneratedRegex("""\b((device|file|node|option|property|symbol|function|variable|config|register|correct|right|real|actual|field|macro)( \w+)? (name )?is|it is called|it's called|is (actually )?(called|named)|should be (called|named)?) ?["'`“](?<right>[^"'`“” ]{3,60})["'`”]""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Naming();
}
