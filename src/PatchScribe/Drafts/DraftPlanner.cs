using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Drafts;

/// <summary>Says what of a discussion is to be drafted: the patches of its newest version, or (without a patch) the log that was proposed.</summary>
public static class DraftPlanner
{
    /// <summary>The patches of the newest version; one null when the discussion holds no patch but a proposed log; none when it holds neither.</summary>
    public static IReadOnlyList<MailedPatch?> Plan(Discussion discussion, DiscussionReview review, string? messageId = null)
    {
        var series = discussion.Series.LastOrDefault(one => one.Kind == "patches" && one.Patches.Any(patch => !patch.Missing)
            && (messageId is null || one.Cover?.MessageId == messageId || one.Patches.Any(patch => patch.Message?.MessageId == messageId)))
            ?? discussion.Series.LastOrDefault(one => one.Kind == "patches" && one.Patches.Any(patch => !patch.Missing));
        if (series is not null)
        {
            var patches = series.Patches.Where(patch => !patch.Missing).ToList();
            return messageId is not null && patches.Exists(patch => patch.Message?.MessageId == messageId)
                ? [patches.First(patch => patch.Message?.MessageId == messageId)]
                : patches;
        }

        return review.Proposals.Any(proposal => proposal is { Kind: "commit-message", Scope: "this-change" }) ? [null] : [];
    }
}
