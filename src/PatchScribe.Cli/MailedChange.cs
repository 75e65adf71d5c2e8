using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Cli;

/// <summary>Where a change was mailed: its discussion with the review, the series, and the patch, or null when the discussion is known and the patch is not.</summary>
internal sealed record MailedChange(Discussion Discussion, DiscussionReview Review, PatchSeries? Series, MailedPatch? Patch)
{
    /// <summary>The newest patch with the change's title or diff; else the only discussion there is, with its patch when it has one alone. Null when nothing fits.</summary>
    public static MailedChange? Find(IReadOnlyList<Discussion> discussions, LoggedChange change)
    {
        var found = discussions.SelectMany(discussion => discussion.Series, (discussion, series) => (discussion, series)).SelectMany(pair => pair.series.Patches, (pair, patch) => (pair.discussion, pair.series, patch))
            .LastOrDefault(one => string.Equals(one.patch.Title, change.Subject, StringComparison.OrdinalIgnoreCase) || (one.patch.PatchId is { } id && id == change.Patch?.PatchId));
        if ((found.discussion ?? (discussions.Count == 1 ? discussions[0] : null)) is not { } discussion)
        {
            return null;
        }

        var newest = discussion.Series.LastOrDefault(series => series.Kind == "patches");
        return new MailedChange(discussion, ReviewReader.Read(discussion), found.series ?? newest, found.patch ?? (newest is { Patches: [var single] } ? single : null));
    }
}
