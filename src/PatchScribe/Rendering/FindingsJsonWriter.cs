using System.Text.Json.Nodes;
using PatchScribe.Checks;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering;

/// <summary>Findings as the document <c>patchscribe/check/1</c> (docs/json.md).</summary>
public static class FindingsJsonWriter
{
    /// <summary>The whole document.</summary>
    public static string Write(IReadOnlyList<CommitFindings> commits, ReadingCounts counts) => JsonText.Write(new JsonObject
    {
        ["schema"] = "patchscribe/check/1",
        ["commits"] = commits.ToJson(commit => new JsonObject
        {
            ["commit"] = commit.Commit,
            ["subject"] = commit.Subject,
            ["documented"] = commit.Documented,
            ["findings"] = commit.Findings.ToJson(one => new JsonObject
            {
                ["rule"] = one.Rule,
                ["name"] = one.Name,
                ["severity"] = JsonText.Name(one.Severity),
                ["message"] = one.Message,
                ["help"] = one.Help,
                ["file"] = one.File,
                ["line"] = one.Line,
                ["messageLine"] = one.MessageLine,
                ["evidence"] = JsonText.Evidence(one.Evidence),
            }),
        }),
        ["counts"] = counts.Counts,
        ["diagnostics"] = JsonText.Diagnostics(counts.Diagnostics),
    });
}
