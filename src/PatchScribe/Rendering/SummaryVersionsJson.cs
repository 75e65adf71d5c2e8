using System.Text.Json.Nodes;
using PatchScribe.Diagnostics;
using PatchScribe.Summaries;
using PatchScribe.Summaries.Versions;

namespace PatchScribe.Rendering;

/// <summary>The parts of <c>patchscribe/summary/1</c> about standing, unanswered mails and versions (docs/json.md).</summary>
internal static class SummaryVersionsJson
{
    public static JsonArray Unanswered(ThreadSummary summary) => summary.Unanswered.ToJson(one => new JsonObject
    {
        ["who"] = one.Who,
        ["whom"] = one.Whom,
        ["since"] = JsonText.Time(one.Since),
        ["messageId"] = one.MessageId,
    });

    public static JsonArray Notices(ThreadSummary summary) => summary.Discussion.Notices.ToJson(one => new JsonObject { ["messageId"] = one.MessageId, ["kind"] = one.Kind });

    public static JsonArray Standings(ThreadSummary summary) => summary.Standings.ToJson(one => new JsonObject
    {
        ["messageId"] = one.Patch.MessageId,
        ["state"] = one.State,
        ["tagsInLog"] = one.InLog.Select(tag => $"{tag.Token}: {tag.Value}").ToJson(),
    });

    public static JsonArray Versions(ThreadSummary summary) => summary.Versions.ToJson(one => new JsonObject
    {
        ["fromVersion"] = one.From.Version,
        ["toVersion"] = one.To.Version,
        ["fromMessageId"] = one.From.Id,
        ["toMessageId"] = one.To.Id,
        ["changelog"] = one.Changelog,
        ["rangeDiff"] = one.RangeDiff,
        ["rangeDiffBy"] = one.RangeDiffBy,
        ["patches"] = one.Patches.ToJson(Patch),
    });

    private static JsonObject Patch(PatchChange patch) => new JsonObject
    {
        ["state"] = patch.State,
        ["reordered"] = patch.Reordered,
        ["oldIndex"] = patch.Old?.Index,
        ["newIndex"] = patch.New?.Index,
        ["oldMessageId"] = patch.Old?.MessageId,
        ["newMessageId"] = patch.New?.MessageId,
        ["subject"] = (patch.New ?? patch.Old)!.Title,
        ["log"] = patch.Log.ToJson(piece => new JsonObject { ["kind"] = piece.Kind, ["text"] = piece.Text }),
    };
}
