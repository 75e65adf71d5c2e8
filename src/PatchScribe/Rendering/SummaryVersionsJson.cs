using PatchScribe.Summaries;
using PatchScribe.Summaries.Versions;

namespace PatchScribe.Rendering;

/// <summary>The parts of <c>patchscribe/summary/1</c> about standing, unanswered mails and versions (docs/json.md).</summary>
internal static class SummaryVersionsJson
{
    public static IEnumerable<object> Unanswered(ThreadSummary summary) => summary.Unanswered.Select(one => new
    {
        who = one.Who,
        whom = one.Whom,
        since = JsonText.Time(one.Since),
        messageId = one.MessageId,
    });

    public static IEnumerable<object> Notices(ThreadSummary summary) => summary.Discussion.Notices.Select(one => new { messageId = one.MessageId, kind = one.Kind });

    public static IEnumerable<object> Standings(ThreadSummary summary) => summary.Standings.Select(one => new
    {
        messageId = one.Patch.MessageId,
        state = one.State,
        tagsInLog = one.InLog.Select(tag => $"{tag.Token}: {tag.Value}"),
    });

    public static IEnumerable<object> Versions(ThreadSummary summary) => summary.Versions.Select(one => new
    {
        fromVersion = one.From.Version,
        toVersion = one.To.Version,
        fromMessageId = one.From.Id,
        toMessageId = one.To.Id,
        changelog = one.Changelog,
        rangeDiff = one.RangeDiff,
        rangeDiffBy = one.RangeDiffBy,
        patches = one.Patches.Select(Patch),
    });

    private static object Patch(PatchChange patch) => new
    {
        state = patch.State,
        reordered = patch.Reordered,
        oldIndex = patch.Old?.Index,
        newIndex = patch.New?.Index,
        oldMessageId = patch.Old?.MessageId,
        newMessageId = patch.New?.MessageId,
        subject = (patch.New ?? patch.Old)!.Title,
        log = patch.Log.Select(piece => new { kind = piece.Kind, text = piece.Text }),
    };
}
