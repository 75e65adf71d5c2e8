using System.Globalization;
using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs.Words;
using PatchScribe.Rendering.SummaryPages;
using PatchScribe.Summaries.Versions;
using PatchScribe.Threads;

namespace PatchScribe.Rendering;

/// <summary>A section of the summary page for each re-roll: patches, logs word by word, the author's changelog, the range-diff.</summary>
internal static class SummaryVersionItems
{
    private const int MaxRangeDiffLines = 60;
    private const int MaxChangelogLines = 30;
    private const int EqualWords = 6;

    private static readonly string[] States = ["unchanged", "log-changed", "changed", "added", "removed"];

    public static PageSection Of(VersionChange change)
    {
        var counts = string.Join(", ", States.Where(state => change.Count(state) > 0).Select(state => $"{change.Count(state).ToString(CultureInfo.InvariantCulture)} {state}"));
        return new PageSection(
            FormattableString.Invariant($"v{change.From.Version} to v{change.To.Version}{(change.From.Rfc && !change.To.Rfc ? " (was RFC)" : "")}"),
            [
                new PageItem(counts + (change.Patches.Any(patch => patch.Reordered) ? ", order changed" : "") + NotAll(change.From, change.Count("added")) + NotAll(change.To, change.Count("removed"))),
                .. change.Patches.Select(Patch),
                .. Text("the author says", change.Changelog, MaxChangelogLines),
                .. Text($"code, by {change.RangeDiffBy}", change.RangeDiff, MaxRangeDiffLines),
            ]);
    }

    /// <summary>What is added or removed is only known where the other version is complete.</summary>
    private static string NotAll(PatchSeries series, int count) =>
        count == 0 || series.Complete ? "" : FormattableString.Invariant($"; {series.Patches.Count(patch => patch.Missing)} patches of v{series.Version} are not in this source and may be among these");

    private static PageItem Patch(PatchChange patch) =>
        new($"{Number(patch.Old)} -> {Number(patch.New)} {(patch.New ?? patch.Old)!.Title}{(patch.Reordered ? " (moved)" : "")}", State: patch.State, Tone: patch.State is "unchanged" ? Tone.Good : patch.State is "removed" ? Tone.Bad : Tone.Half)
        {
            Below = patch.Log.Count > 0 ? [new PageItem(Words(patch.Log), Label: "log")] : [],
        };

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

    private static IEnumerable<PageItem> Text(string title, string text, int most)
    {
        if (text.Length == 0)
        {
            yield break;
        }

        var lines = text.TrimEnd('\n').Split('\n');
        var left = lines.Length - most;
        var shown = string.Join('\n', lines.Take(most)) + (left > 0 ? $"\n... {left.ToString(CultureInfo.InvariantCulture)} more lines, see --format json" : "");
        yield return new PageItem(title + ":") { Below = [new PageItem(shown) { Verbatim = true }] };
    }
}
