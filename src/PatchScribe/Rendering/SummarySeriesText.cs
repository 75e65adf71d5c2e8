using System.Globalization;
using PatchScribe.Diagnostics;
using PatchScribe.Summaries;

namespace PatchScribe.Rendering;

/// <summary>The patches of the newest series with their standing and tags, tags that were dropped, and who has not answered whom.</summary>
internal static class SummarySeriesText
{
    private const int TitleLength = 90;

    /// <summary>One line a patch, its tags below.</summary>
    public static IEnumerable<string> Patches(ThreadSummary summary)
    {
        foreach (var standing in summary.Standings)
        {
            var patch = standing.Patch;
            var number = patch.Index is { } index ? $"{index.ToString(CultureInfo.InvariantCulture)}/{summary.Newest!.Expected.ToString(CultureInfo.InvariantCulture)}" : "";
            yield return $"{standing.State,-11} {number,-6}{Quotation.Short(patch.Title.Length > 0 ? patch.Title : "(not in this source)", TitleLength)}";
            foreach (var tag in standing.InLog)
            {
                yield return $"{"",18}{tag.Token}: {tag.Value}  (in the log)";
            }

            foreach (var tag in standing.Given)
            {
                yield return $"{"",18}{(tag.State == "given" ? "" : tag.State + " ")}{tag.Token}: {tag.Value}{(tag.Note is null ? "" : $"  ({Quotation.Short(tag.Note, TitleLength)})")}";
            }
        }
    }

    /// <summary>Mails that wait for somebody, oldest first.</summary>
    public static IEnumerable<string> Unanswered(ThreadSummary summary, Func<string, string> nameOfMail) => summary.Unanswered.Select(one =>
        $"{one.Who} has not answered {one.Whom}{(one.Since is { } since ? $" since {since.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "")}  {nameOfMail(one.MessageId)}");

    /// <summary>What a series says it needs.</summary>
    public static IEnumerable<string> Dependencies(ThreadSummary summary) =>
        (summary.Newest?.Dependencies ?? []).Select(one => $"{one.Token}: {one.Value}");
}
