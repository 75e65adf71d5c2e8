using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Drafts;

/// <summary>
/// What of a discussion is to be drafted: patches of the newest version (a null one stands for a log that was proposed where
/// the discussion holds no patch), and those that their author withdrew, with the words.
/// </summary>
public sealed record DraftPlan(PatchSeries? Series, IReadOnlyList<MailedPatch?> Patches, IReadOnlyList<(MailedPatch Patch, ReviewRemark Words)> Withdrawn);

/// <summary>Says what of a discussion is to be drafted.</summary>
public static class DraftPlanner
{
    /// <summary>The plan; <paramref name="messageId"/> asks for one patch, or for the version of a cover letter.</summary>
    public static DraftPlan Plan(Discussion discussion, DiscussionReview review, string? messageId = null)
    {
        var drafted = discussion.Series.Where(one => one.Kind == "patches" && one.Patches.Any(patch => !patch.Missing)).ToList();
        var series = drafted.LastOrDefault(one => messageId is not null && (one.Cover?.MessageId == messageId || one.Patches.Any(patch => patch.Message?.MessageId == messageId)))
            ?? drafted.LastOrDefault();
        if (series is null)
        {
            return new DraftPlan(null, review.Proposals.Any(proposal => proposal is { Kind: "commit-message", Scope: "this-change" }) ? [null] : [], []);
        }

        var patches = series.Patches.Where(patch => !patch.Missing).ToList();
        if (patches.Find(patch => patch.Message?.MessageId == messageId) is { } asked && messageId is not null)
        {
            return new DraftPlan(series, [asked], []);
        }

        var withdrawn = patches.Select(patch => (Patch: patch, Words: Withdrawal(discussion, review, patch))).Where(pair => pair.Words is not null)
            .Select(pair => (pair.Patch, pair.Words!)).ToList();
        return new DraftPlan(series, [.. patches.Where(patch => !withdrawn.Exists(pair => pair.Patch == patch))], withdrawn);
    }

    /// <summary>The author's words about the patch in its newest version that take it out of the series, or null.</summary>
    private static ReviewRemark? Withdrawal(Discussion discussion, DiscussionReview review, MailedPatch patch) =>
        PatchScope.Of(discussion, review, patch).Remarks.FirstOrDefault(remark => remark.ByPatchAuthor && AuthorWords.WithdrawsPatch(remark.Quote.Quote));
}
