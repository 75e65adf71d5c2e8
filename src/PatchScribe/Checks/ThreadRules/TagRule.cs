using System.Text.RegularExpressions;
using PatchScribe.Checks.Rules;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;
using PatchScribe.Threads;

namespace PatchScribe.Checks.ThreadRules;

/// <summary>
/// Review tags of the log held against the thread: one that nobody gave is invented (an error), one that was given for this very
/// patch and is missing is lost (a warning), one that was given for much other code is kept (a note). Words below <c>---</c> explain both.
/// </summary>
internal sealed partial class TagRule : ICheckRule
{
    /// <summary>Share of changed lines from which a patch is another one than was reviewed.</summary>
    private const double MaxDifference = 0.25;

    public string Id => "PS0303";

    public string Name => "review-tags";

    public Severity Severity => Severity.Error;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        if (context.Request is not { Discussion: { } discussion, Patch: { } patch })
        {
            yield break;
        }

        var given = discussion.Trailers.Where(trailer => trailer.State is "given" or "conditional" or "mismatch").ToList();
        var earlier = discussion.Series.SelectMany(series => series.Patches).SelectMany(one => TrailerReader.Read(one.Log)).ToList();
        foreach (var trailer in context.Log.Trailers.Where(trailer => IsReview(trailer.Token)))
        {
            if (!given.Exists(one => Same(one.Token, one.Value, trailer)) && !earlier.Exists(one => Same(one.Token, one.Value, trailer)))
            {
                yield return this.OfLog($"nobody in the thread gave {trailer.Token}: {trailer.Value}", "take it out, or give the thread in which it was given", trailer.Line, $"{trailer.Token}: {trailer.Value}");
            }
        }

        foreach (var lost in given.Where(one => one.State == "given" && context.IsEarlier(one.GivenByMessageId) && one.PatchMessageId == patch.Message?.MessageId && IsReview(one.Token) && !context.Log.Trailers.Any(trailer => Same(one.Token, one.Value, trailer) || Same("Signed-off-by", one.Value, trailer)) && !IsExplained(context.Request.Notes, one.Value)))
        {
            yield return this.OfChange($"{lost.Token}: {lost.Value} was given and is not in the log", "add it (b4 trailers does), or say below --- why it was dropped", file: null, line: null,
                new Evidence("mail", $"{lost.Token}: {lost.Value}", lost.GivenByMessageId)) with
            { Severity = Severity.Warning };
        }

        foreach (var (trailer, old) in context.Log.Trailers.Where(trailer => trailer.Token is "Reviewed-by" or "Tested-by").Select(trailer => (trailer, old: GivenFor(discussion, patch.Title, given, trailer))))
        {
            if (old is { Files.Count: > 0 } && Difference(old.Files, context.Request.Analysis.Files) is > MaxDifference and var share && !IsExplained(context.Request.Notes, trailer.Value))
            {
                yield return this.OfLog($"{trailer.Token} was given for a version of which {share:P0} of the changed lines are others now".Replace(" %", "%", StringComparison.Ordinal), "ask again, or say below --- that the tag is kept and why", trailer.Line, $"{trailer.Token}: {trailer.Value}",
                    new Evidence("mail", $"{trailer.Token}: {trailer.Value}", given.Find(one => Same(one.Token, one.Value, trailer))!.GivenByMessageId)) with
                { Severity = Severity.Note };
            }
        }
    }

    /// <summary>The newest version of the patch, by its title, that the tag was given for.</summary>
    private static MailedPatch? GivenFor(Discussion discussion, string title, List<TrailerGiven> given, Trailer trailer)
    {
        var ids = given.Where(one => Same(one.Token, one.Value, trailer)).Select(one => one.PatchMessageId).ToHashSet(StringComparer.Ordinal);
        return discussion.Series.SelectMany(series => series.Patches).LastOrDefault(one => one.Message is { } message && string.Equals(one.Title, title, StringComparison.OrdinalIgnoreCase) && ids.Contains(message.MessageId));
    }

    /// <summary>Share of the changed lines of both that are not in the other, 0 to 1.</summary>
    private static double Difference(IReadOnlyList<FileChange> a, IReadOnlyList<FileChange> b)
    {
        var (before, after) = (Changed(a), Changed(b));
        var common = before.Sum(pair => Math.Min(pair.Value, after.GetValueOrDefault(pair.Key)));
        var all = before.Values.Sum() + after.Values.Sum();
        return all == 0 ? 0 : 1 - (2.0 * common / all);
    }

    private static Dictionary<(string, DiffLineKind, string), int> Changed(IReadOnlyList<FileChange> files) =>
        files.SelectMany(file => file.Lines, (file, line) => (file.Path, line.Kind, Text: line.Text.Trim())).Where(one => one.Kind != DiffLineKind.Context && one.Text.Length > 0)
            .GroupBy(one => one).ToDictionary(group => (group.Key.Path, group.Key.Kind, group.Key.Text), group => group.Count());

    /// <summary>The notes below <c>---</c> speak of tags, or of the person.</summary>
    private static bool IsExplained(string notes, string value) =>
        Tags().IsMatch(notes) || (value.Split('<')[0].Trim() is { Length: > 2 } name && notes.Contains(name, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\b(tags?|r-?bs?|a-?bs?|t-?bs?|(reviewed|acked|tested)-by)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Tags();

    private static bool IsReview(string token) => token is "Reviewed-by" or "Acked-by" or "Tested-by";

    private static bool Same(string token, string value, Trailer trailer) =>
        token == trailer.Token && string.Equals(Address(value), Address(trailer.Value), StringComparison.OrdinalIgnoreCase);

    private static string Address(string value)
    {
        var (open, close) = (value.LastIndexOf('<'), value.LastIndexOf('>'));
        return open >= 0 && close > open ? value[(open + 1)..close] : value.Trim();
    }
}
