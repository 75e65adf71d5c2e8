using System.Globalization;
using PatchScribe.Rendering.SummaryPages;
using PatchScribe.Review;
using PatchScribe.Summaries;

namespace PatchScribe.Rendering;

/// <summary>Sections of the summary page: the patches of the newest series with standing and tags, what it needs, and who has not answered whom.</summary>
internal static class SummarySeriesItems
{
    /// <summary>One statement a patch, its tags below.</summary>
    public static PageSection Standings(ThreadSummary summary) =>
        new(summary.Newest is { } newest ? FormattableString.Invariant($"patches of v{newest.Version}") : "patches", [.. summary.Standings.Select(one => Standing(one, summary.Newest!.Expected))]);

    /// <summary>Mails that wait for somebody, oldest first.</summary>
    public static PageSection Unanswered(ThreadSummary summary) => new("unanswered", [.. summary.Unanswered.Select(one =>
        new PageItem($"{one.Who} has not answered {one.Whom}{(one.Since is { } since ? $" since {PageFacts.Day(since)}" : "")}", new MailQuote(one.MessageId, one.Whom, 0, 0), Tone: Tone.Bad))]);

    /// <summary>What the newest series says it needs.</summary>
    public static PageSection Needs(ThreadSummary summary) =>
        new("needs", [.. (summary.Newest?.Dependencies ?? []).Select(one => new PageItem($"{one.Token}: {one.Value}"))]);

    private static PageItem Standing(PatchStanding one, int expected)
    {
        var patch = one.Patch;
        var number = patch.Index is { } index ? $"{index.ToString(CultureInfo.InvariantCulture)}/{expected.ToString(CultureInfo.InvariantCulture)} " : "";
        var tone = one.State switch { "reviewed" => Tone.Good, "nacked" or "missing" => Tone.Bad, "conditional" or "discussed" => Tone.Half, _ => Tone.Plain };
        return new PageItem(number + (patch.Title.Length > 0 ? patch.Title : "(not in this source)"), patch.MessageId is null ? null : new MailQuote(patch.MessageId, patch.Title, 0, 0), one.State, Tone: tone)
        {
            Below =
            [
                .. one.InLog.Select(tag => new PageItem($"{tag.Token}: {tag.Value}", Label: "in the log")),
                .. one.Given.Select(tag => new PageItem($"{tag.Token}: {tag.Value}{(tag.Note is null ? "" : $"  ({tag.Note})")}", new MailQuote(tag.GivenByMessageId, tag.Value, 0, 0), Label: tag.State)),
            ],
        };
    }
}
