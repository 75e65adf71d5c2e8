using System.Globalization;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;
using PatchScribe.Review;
using PatchScribe.Templating;
using PatchScribe.Threads;
using PatchScribe.Threads.Versions;

namespace PatchScribe.Drafts.Delivery;

/// <summary>One line of a changelog and the mail that asked for the change.</summary>
public sealed record ChangeLogEntry(string Text, Evidence Evidence);

/// <summary>The changes of one version against the one before it.</summary>
public sealed record ChangeLogSection(string Text, IReadOnlyList<Evidence> Evidence);

/// <summary>
/// The changelog below <c>---</c> or in a cover letter: for the next version what the drafts changed because somebody asked,
/// for versions in the source the points that are proved to be addressed. What is only promised is left out.
/// </summary>
public sealed class ChangeLogWriter(TemplateSet templates)
{
    private const int MaxWords = 90;

    /// <summary>"Changes in vN" of the version after a series; null when the drafts changed nothing that was asked for.</summary>
    public ChangeLogSection? Next(PatchSeries series, IReadOnlyList<CommitLogDraft> drafts)
    {
        var numbered = series.Patches.Count > 1;
        return Section(decimal.Floor(series.Version) + 1, drafts.SelectMany(draft => draft.Changes,
            (draft, change) => change with { Text = (numbered ? Number(series, draft) : "") + change.Text }));
    }

    /// <summary>
    /// "Changes in vN" of the version after a series, then of the series and those before it, newest first, down to the one that
    /// <paramref name="written"/>, the author's own words, tells of: what stands below that is the author's choice.
    /// </summary>
    public IReadOnlyList<ChangeLogSection> All(PatchSeries series, IReadOnlyList<CommitLogDraft> drafts, Discussion discussion, DiscussionReview review, string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var sections = new List<ChangeLogSection?> { Next(series, drafts) };
        var later = series;
        foreach (var _ in discussion.Series)
        {
            if (ChangelogReader.Tells(written, later.Version) || discussion.Series.FirstOrDefault(one => one.Id == later.PreviousId) is not { } before)
            {
                break;
            }

            sections.Add(Addressed(later, before, review));
            later = before;
        }

        return [.. sections.OfType<ChangeLogSection>()];
    }

    private ChangeLogSection? Addressed(PatchSeries series, PatchSeries before, DiscussionReview review)
    {
        var numbers = before.Patches.Where(patch => patch.Message is not null)
            .ToDictionary(patch => patch.Message!.MessageId, patch => before.Patches.Count > 1 ? $"{patch.Index}/{before.Expected} " : "", StringComparer.Ordinal);
        return Section(series.Version, review.Points.Where(point => point.Status == "addressed" && numbers.ContainsKey(point.Place.PatchMessageId ?? ""))
            .Select(point => Entry(point) with { Text = numbers[point.Place.PatchMessageId!] + Entry(point).Text }));
    }

    private static string Number(decimal version) => version.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The line for a point: the reviewer's own words and name.</summary>
    internal static ChangeLogEntry Entry(ReviewPoint point)
    {
        var who = point.Author == "unknown" ? "" : $" (asked by {point.Author})";
        return new ChangeLogEntry($"{What(point)}: \"{Quotation.Short(Telling(point), MaxWords)}\"{who}",
            new Evidence("mail", point.Quote.Quote, point.Quote.MessageId, Line: point.Quote.FirstLine));
    }

    private ChangeLogSection? Section(decimal version, IEnumerable<ChangeLogEntry> entries)
    {
        var all = entries.DistinctBy(entry => entry.Text, StringComparer.Ordinal).ToList();
        return all.Count == 0 ? null : new ChangeLogSection(
            templates.Render(TemplateSet.ChangeLog, new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["version"] = Number(version),
                ["changes"] = all.Select(entry => entry.Text).ToArray(),
            }),
            [.. all.Select(entry => entry.Evidence)]);
    }

    private static string Number(PatchSeries series, CommitLogDraft draft) =>
        series.Patches.FirstOrDefault(patch => patch.Message?.MessageId == draft.MessageId)?.Index is { } index ? $"{index}/{series.Expected} " : "";

    private static string What(ReviewPoint point) => point.Kind switch
    {
        "commit-message" or "nit-spelling" => "log",
        "fixes-tag" => "trailer",
        "error-message" => "message",
        _ => point.Kind,
    };

    private static string Telling(ReviewPoint point) => SentenceSplitter.Split(point.Quote.Quote).FirstOrDefault(one => one.Length > 12) ?? point.Quote.Quote;
}
