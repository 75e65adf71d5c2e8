using System.Text.Json.Nodes;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts;

namespace PatchScribe.Rendering;

/// <summary>Drafts as the document <c>patchscribe/draft/1</c> (docs/json.md).</summary>
public static class DraftJsonWriter
{
    /// <summary>The whole document.</summary>
    public static string Write(IReadOnlyList<CommitLogDraft> drafts, ReadingCounts counts) => JsonText.Write(new JsonObject
    {
        ["schema"] = "patchscribe/draft/1",
        ["drafts"] = drafts.ToJson(draft => new JsonObject
        {
            ["messageId"] = draft.MessageId,
            ["commit"] = draft.Commit,
            ["kind"] = draft.Kind,
            ["subject"] = draft.Subject,
            ["body"] = draft.Body,
            ["trailers"] = draft.Trailers.ToJson(),
            ["text"] = draft.Text,
            ["paragraphs"] = draft.Paragraphs.ToJson(one => new JsonObject
            {
                ["text"] = one.Text,
                ["evidence"] = JsonText.Evidence(one.Evidence),
                ["sentences"] = one.Sentences.ToJson(sentence => new JsonObject { ["text"] = sentence.Text, ["evidence"] = JsonText.Evidence(sentence.Evidence) }),
            }),
            ["corrections"] = draft.Corrections.ToJson(one => new JsonObject { ["from"] = one.From, ["to"] = one.To, ["applied"] = one.Applied, ["because"] = one.Because, ["evidence"] = JsonText.Evidence(one.Evidence) }),
            ["openPoints"] = draft.OpenPoints.ToJson(one => new JsonObject { ["id"] = one.Id, ["messageId"] = one.MessageId, ["quote"] = one.Quote, ["why"] = one.Why }),
            ["contradictions"] = draft.Contradictions.ToJson(one => new JsonObject
            {
                ["claim"] = one.Claim,
                ["evidence"] = JsonText.Evidence(one.Evidence),
                ["modelSays"] = one.ModelSays,
                ["model"] = one.Model,
                ["rules"] = one.Rules.ToJson(),
                ["assumed"] = one.Assumed,
            }),
            ["notes"] = draft.Notes.ToJson(),
        }),
        ["counts"] = counts.Counts,
        ["diagnostics"] = JsonText.Diagnostics(counts.Diagnostics),
    });
}
