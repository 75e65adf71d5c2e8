using System.Text;
using System.Text.Json.Nodes;
using PatchScribe.Analysis;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering;

/// <summary>The calls that printed a text: for people, or as patchscribe/find-message/1 (docs/json.md).</summary>
public static class FoundMessageWriter
{
    /// <summary>One block a call: place, format, when it is there, values.</summary>
    public static string WriteText(IReadOnlyList<FoundMessage> found)
    {
        var text = new StringBuilder();
        foreach (var one in found)
        {
            var message = one.Message;
            text.Append($"{one.Role}: {message.Path}:{message.Line} in {message.Function ?? "?"}, {message.Call}{(one.Exact ? "" : " (alike)")}\n");
            text.Append($"  \"{message.Format}\"\n");
            text.Append($"  in the file {ConditionWords.Of(message.Condition?.ToString())}; the file is built {(one.FileCondition is null ? "under a condition that is not known" : ConditionWords.Of(one.FileCondition))}\n");
            text.Append(one.Values.Count == 0 ? "" : $"  values: {string.Join(" | ", one.Values)}\n");
        }

        return TerminalText.Escape(text.ToString());
    }

    /// <summary>The document.</summary>
    public static string WriteJson(string seen, IReadOnlyList<FoundMessage> found, ReadingCounts counts) => JsonText.Write(new JsonObject
    {
        ["schema"] = "patchscribe/find-message/1",
        ["text"] = seen,
        ["matches"] = found.ToJson(one => new JsonObject
        {
            ["role"] = one.Role,
            ["file"] = one.Message.Path,
            ["line"] = one.Message.Line,
            ["function"] = one.Message.Function,
            ["call"] = one.Message.Call,
            ["format"] = one.Message.Format,
            ["severity"] = one.Message.Severity,
            ["condition"] = one.Message.Condition?.ToString(),
            ["fileCondition"] = one.FileCondition,
            ["values"] = one.Values.ToJson(),
            ["exact"] = one.Exact,
        }),
        ["counts"] = counts.Counts,
        ["diagnostics"] = JsonText.Diagnostics(counts.Diagnostics),
    });
}
