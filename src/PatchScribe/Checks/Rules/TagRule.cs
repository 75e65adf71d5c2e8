using PatchScribe.Diagnostics;
using PatchScribe.Threads;

namespace PatchScribe.Checks.Rules;

/// <summary>
/// Review tags of the log held against the thread: one that nobody gave is invented (an error), one that was given for this very
/// patch and is missing is lost (a warning).
/// </summary>
internal sealed class TagRule : ICheckRule
{
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

        foreach (var lost in given.Where(one => one.State == "given" && one.PatchMessageId == patch.Message?.MessageId && IsReview(one.Token) && !context.Log.Trailers.Any(trailer => Same(one.Token, one.Value, trailer))))
        {
            yield return this.OfChange($"{lost.Token}: {lost.Value} was given and is not in the log", "add it (b4 trailers does)", file: null, line: null,
                new Evidence("mail", $"{lost.Token}: {lost.Value}", lost.GivenByMessageId)) with
            { Severity = Severity.Warning };
        }
    }

    private static bool IsReview(string token) => token is "Reviewed-by" or "Acked-by" or "Tested-by";

    private static bool Same(string token, string value, Trailer trailer) =>
        token == trailer.Token && string.Equals(Address(value), Address(trailer.Value), StringComparison.OrdinalIgnoreCase);

    private static string Address(string value)
    {
        var (open, close) = (value.LastIndexOf('<'), value.LastIndexOf('>'));
        return open >= 0 && close > open ? value[(open + 1)..close] : value.Trim();
    }
}
