using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Cli;

/// <summary>Where a change was mailed before: its discussion with the review, the series, and the patch, or null when the discussion is known and the patch is not.</summary>
internal sealed record MailedChange(Discussion Discussion, DiscussionReview Review, PatchSeries? Series, MailedPatch? Patch)
{
    /// <summary>
    /// The newest patch with the change's title or diff, older than the change's own mail where that is of the thread; else the only discussion there is, with its patch when
    /// it has one alone. Null when nothing fits.
    /// </summary>
    public static MailedChange? Find(IReadOnlyList<Discussion> discussions, LoggedChange change, Func<Discussion, DiscussionReview> review)
    {
        var own = change.Patch?.Message?.MessageId;
        var sent = own is null ? null : discussions.SelectMany(discussion => discussion.Messages).FirstOrDefault(mail => mail.MessageId == own)?.Date;
        var earlier = discussions.SelectMany(discussion => discussion.Series, (discussion, series) => (discussion, series)).SelectMany(pair => pair.series.Patches, (pair, patch) => (pair.discussion, pair.series, patch))
            .Where(one => sent is null || one.patch.Message?.Date < sent).ToList();
        var found = earlier.LastOrDefault(one => string.Equals(one.patch.Title, change.Subject, StringComparison.OrdinalIgnoreCase) || (one.patch.PatchId is { } id && id == change.Patch?.PatchId));
        if ((found.discussion ?? (discussions.Count == 1 ? discussions[0] : null)) is not { } discussion)
        {
            return null;
        }

        var newest = earlier.LastOrDefault(one => one.discussion == discussion && one.series.Kind == "patches").series;
        return new MailedChange(discussion, review(discussion), found.series ?? newest, found.patch ?? (newest is { Patches: [var single] } ? single : null));
    }
}
