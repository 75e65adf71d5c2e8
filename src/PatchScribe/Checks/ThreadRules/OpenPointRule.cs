using System.Text.RegularExpressions;
using PatchScribe.Checks.Log;
using PatchScribe.Checks.Rules;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;
using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Checks.ThreadRules;

/// <summary>
/// A reviewer remarked on words of an earlier log, subject, tag or error, or asked for a Fixes line, nobody settled it by mail, and it still
/// stands; or a correction was made and the wrong word is still there. Another subject, and more text where more was asked for, count
/// as done.
/// </summary>
internal sealed partial class OpenPointRule : ICheckRule
{
    /// <summary>Fewest words of a sentence that says something.</summary>
    private const int MinWords = 5;

    public string Id => "PS0301";

    public string Name => "open-point";

    public Severity Severity => Severity.Warning;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        if (context.Request.Review is not { } review)
        {
            yield break;
        }

        foreach (var correction in review.Corrections.Where(correction => correction.AppliesTo != "diff" && context.IsEarlier(correction.Quote.MessageId)))
        {
            if (context.Log.Names(correction.Wrong) is { } mention && context.Log.Names(correction.Right) is null)
            {
                yield return this.OfLog($"{correction.Author} corrected {correction.Wrong}", $"write {correction.Right}", mention.Line, correction.Wrong,
                    new Evidence("mail", correction.Quote.Quote, correction.Quote.MessageId, Line: correction.Quote.FirstLine));
            }
        }

        foreach (var point in review.Points.Where(point => IsOpen(point) && context.IsEarlier(point.Quote.MessageId))
            .Where(point => !review.Corrections.Any(correction => correction.Quote.MessageId == point.Quote.MessageId && correction.Quote.FirstLine == point.Quote.FirstLine)))
        {
            var patches = context.Request.Discussion?.Series.SelectMany(series => series.Patches).Where(patch => patch.Message?.MessageId == point.Place.PatchMessageId).ToList() ?? [];
            if (IsHere(patches, context.Request) && !IsMet(point, patches.FirstOrDefault(), context.Log) && Standing(context, point) is { } finding)
            {
                yield return finding;
            }
        }
    }

    /// <summary>What stands under a trailer and is not about trailers is about the patch as a whole.</summary>
    private static bool IsOpen(ReviewPoint point) => point.Kind is not ("code" or "process")
        && (point.Place.Kind != "trailer" || point.Kind is "fixes-tag" or "trailer" or "commit-message" or "subject")
        && point.Status is not ("addressed" or "answered" or "withdrawn" or "disputed");

    /// <summary>Under this patch, by its title in any version; a point that names no patch speaks of all.</summary>
    private static bool IsHere(List<MailedPatch> patches, CheckRequest request) =>
        patches.Count == 0 || patches.Exists(patch => string.Equals(patch.Title, request.Patch?.Title ?? request.Analysis.Subject, StringComparison.OrdinalIgnoreCase));

    /// <summary>A subject that is another one now, and a log that says more than it did where more was asked for.</summary>
    private static bool IsMet(ReviewPoint point, MailedPatch? old, CheckedLog log) => old is not null && (point.Place.Kind == "subject"
        ? old.Title != log.Lines[0]
        : AsksForMore().IsMatch(point.Quote.Quote) && !AsksForLess().IsMatch(point.Quote.Quote) && SaysMore(old, log));

    private static bool SaysMore(MailedPatch old, CheckedLog log)
    {
        var before = new CheckedLog($"{old.Title}\n\n{old.Log}");
        var trailers = log.Trailers.Select(trailer => trailer.Line).ToHashSet();
        return log.Sentences.Any(sentence => !trailers.Contains(sentence.FirstLine) && sentence.Text.Count(c => c == ' ') + 1 >= MinWords && before.Holds(sentence.Text) is null)
            || log.Blocks.Any(block => block.Lines.Any(line => line.Length > 0 && before.Holds(line) is null));
    }

    /// <summary>The finding for what was remarked on and stands as it was: words of the log, an error of the change, a Fixes line that is still missing.</summary>
    private Finding? Standing(CheckContext context, ReviewPoint point)
    {
        var evidence = new Evidence("mail", point.Quote.Quote, point.Quote.MessageId, Line: point.Quote.FirstLine);
        var (said, help) = ($"\"{Quotation.Short(point.Quote.Quote)}\"", "change it, or answer the remark in the thread");
        if (point.Kind == "fixes-tag" && point.Place.Text?.Contains("Fixes:", StringComparison.OrdinalIgnoreCase) != true)
        {
            return context.Log.Trailers.Any(trailer => trailer.Token == "Fixes") ? null
                : this.OfChange($"{point.Author} asked about a Fixes line, the log has none: {said}", "add Fixes: with 12 characters of the id and the title, or say in the thread why there is none", file: null, line: null, evidence);
        }

        if (point is { Kind: "error-message", Place.Kind: "diff" or "message" })
        {
            return Line(context.Request.Analysis.Files, point.Place.Text) is { } place ? this.OfChange($"{point.Author} remarked on this error, and it stands as it was: {said}", help, place.File, place.Line, evidence) : null;
        }

        var words = Quotation.OneLine((point.Place.Text ?? "").Split("\n\n")[^1]);
        return point.Place.Kind is "log" or "subject" or "trailer" && words.Length > 0 && context.Log.Holds(words) is { } mention
            ? this.OfLog($"{point.Author} remarked on this, and it stands as it was: {said}", help, mention.Line, context.Log.Lines[mention.Line - 1].Trim(), evidence)
            : null;
    }

    /// <summary>The added line that has the last of the quoted ones, when that has a text in it.</summary>
    private static (string File, int? Line)? Line(IReadOnlyList<FileChange> files, string? quoted)
    {
        var last = (quoted ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart('+', ' ', '\t').TrimEnd()).LastOrDefault(line => line.Contains('"', StringComparison.Ordinal));
        var found = last is null ? default : files.SelectMany(file => file.Lines, (file, line) => (file.Path, line)).FirstOrDefault(pair => pair.line.Kind == DiffLineKind.Added && pair.line.Text.Trim() == last);
        return found.Path is null ? null : (found.Path, found.line.NewLine);
    }

    [GeneratedRegex(@"\b(explain|describe|mention|add|elaborate|clarify|why|how|what|motivation|rationale|document|expand|details?|information|context|include|missing|tell|spell out|say|more|example)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AsksForMore();

    [GeneratedRegex(@"\b(drop|remove|delete|irrelevant|redundant|unneeded|not (true|right|correct|needed)|wrong|incorrect|typo|misleading|should be|instead|rephrase|reword)\b|\bs/", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AsksForLess();
}
