using System.Globalization;
using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Summaries.Versions;
using PatchScribe.Threads;

namespace PatchScribe.Rendering;

/// <summary>What changed between the versions of a series: patches, logs word by word, the author's changelog, the range-diff.</summary>
internal static class SummaryVersionsText
{
    private const int MaxRangeDiffLines = 60;
    private const int MaxChangelogLines = 30;
    private const int EqualWords = 6;
    private const int TitleLength = 90;

    private static readonly string[] States = ["unchanged", "log-changed", "changed", "added", "removed"];

    /// <summary>The title of the section about one change.</summary>
    public static string Title(VersionChange change) =>
        FormattableString.Invariant($"v{change.From.Version} to v{change.To.Version}{(change.From.Rfc && !change.To.Rfc ? " (was RFC)" : "")}");

    /// <summary>Its lines.</summary>
    public static IEnumerable<string> Lines(VersionChange change)
    {
        yield return string.Join(", ", States.Where(state => change.Count(state) > 0).Select(state => $"{change.Count(state).ToString(CultureInfo.InvariantCulture)} {state}"))
            + (change.Patches.Any(patch => patch.Reordered) ? ", order changed" : "");
        foreach (var patch in change.Patches)
        {
            yield return $"{patch.State,-11} {Number(patch.Old),2} -> {Number(patch.New),-3} {Quotation.Short((patch.New ?? patch.Old)!.Title, TitleLength)}{(patch.Reordered ? "  (moved)" : "")}";
            if (patch.Log.Count > 0)
            {
                yield return $"{"",12}log: {Words(patch.Log)}";
            }
        }

        foreach (var line in Shortened("the author says", change.Changelog, MaxChangelogLines).Concat(Shortened($"code, by {change.RangeDiffBy}", change.RangeDiff, MaxRangeDiffLines)))
        {
            yield return line;
        }
    }

    private static string Number(MailedPatch? patch) => patch is null ? "-" : (patch.Index ?? 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>In the marks of <c>git diff --word-diff</c>, equal words left out but for a few at the changes.</summary>
    private static string Words(IReadOnlyList<TextPiece> pieces)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pieces.Count; i++)
        {
            var words = Quotation.OneLine(pieces[i].Text);
            text.Append(pieces[i].Kind switch
            {
                "removed" => $"[-{words}-]",
                "added" => $"{{+{words}+}}",
                _ => $" {Middle(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), atStart: i == 0, atEnd: i == pieces.Count - 1)} ",
            });
        }

        return Quotation.OneLine(text.ToString());
    }

    private static string Middle(string[] words, bool atStart, bool atEnd) =>
        words.Length <= EqualWords * 2 ? string.Join(' ', words)
            : $"{(atStart ? "" : string.Join(' ', words[..EqualWords]) + " ")}...{(atEnd ? "" : " " + string.Join(' ', words[^EqualWords..]))}";

    private static IEnumerable<string> Shortened(string title, string text, int most)
    {
        if (text.Length == 0)
        {
            yield break;
        }

        yield return title + ":";
        var lines = text.TrimEnd('\n').Split('\n');
        foreach (var line in lines.Take(most))
        {
            yield return "  " + line;
        }

        if (lines.Length > most)
        {
            yield return $"  ... {(lines.Length - most).ToString(CultureInfo.InvariantCulture)} more lines, see --format json";
        }
    }
}
