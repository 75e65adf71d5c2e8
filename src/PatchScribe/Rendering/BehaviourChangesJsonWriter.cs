using System.Text.Json.Nodes;
using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering;

/// <summary>A comparison of two states of the code as the document <c>patchscribe/model-diff/1</c> (docs/json.md).</summary>
public static class BehaviourChangesJsonWriter
{
    /// <summary>Every change, worst first.</summary>
    public static string Write(string model, ModelVariant before, ModelVariant after, IReadOnlyList<BehaviourChange> changes)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(changes);
        return JsonText.Write(new JsonObject
        {
            ["schema"] = "patchscribe/model-diff/1",
            ["model"] = model,
            ["before"] = new JsonObject { ["name"] = before.Name, ["title"] = before.Title, ["set"] = before.Set.ToJson() },
            ["after"] = new JsonObject { ["name"] = after.Name, ["title"] = after.Title, ["set"] = after.Set.ToJson() },
            ["changes"] = changes.ToJson(one => new JsonObject
            {
                ["action"] = one.Action,
                ["command"] = one.Command,
                ["when"] = one.When,
                ["effect"] = JsonText.Name(one.Effect),
                ["before"] = Outcome(one.Before),
                ["after"] = Outcome(one.After),
                ["alreadyPossibleWhen"] = one.AlreadyPossibleWhen,
                ["rules"] = one.Rules.ToJson(),
                ["evidence"] = one.Evidence,
                ["versions"] = one.Versions.ToJson(),
            }),
            ["counts"] = JsonText.Counts(1, 0),
            ["diagnostics"] = new JsonArray(),
        });
    }

    private static JsonObject Outcome(Outcome outcome) => new JsonObject { ["outcome"] = outcome.Result, ["message"] = outcome.Message, ["prints"] = outcome.Prints };
}
