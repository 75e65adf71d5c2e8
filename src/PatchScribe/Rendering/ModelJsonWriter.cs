using System.Text.Json.Nodes;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering;

/// <summary>Behaviour models as documents <c>patchscribe/model-list/1</c> and <c>patchscribe/model/1</c> (docs/json.md).</summary>
public static class ModelJsonWriter
{
    /// <summary>One entry for each model.</summary>
    public static string WriteList(IReadOnlyList<BehaviourModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return JsonText.Write(new JsonObject
        {
            ["schema"] = "patchscribe/model-list/1",
            ["models"] = models.ToJson(model => new JsonObject
            {
                ["name"] = model.Name,
                ["title"] = model.Title,
                ["file"] = model.File,
                ["programs"] = model.Programs.ToJson(),
                ["paths"] = model.Paths.ToJson(),
                ["symbols"] = model.Symbols.ToJson(),
                ["variables"] = model.Variables.Count(v => !v.IsFact),
                ["facts"] = model.Variables.Count(v => v.IsFact),
                ["actions"] = model.Actions.Count,
                ["checks"] = model.Phases.Sum(p => p.Rules.Count),
            }),
            ["counts"] = JsonText.Counts(models.Count, 0),
            ["diagnostics"] = new JsonArray(),
        });
    }

    /// <summary>One model with everything in it.</summary>
    public static string Write(BehaviourModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return JsonText.Write(new JsonObject
        {
            ["schema"] = "patchscribe/model/1",
            ["name"] = model.Name,
            ["title"] = model.Title,
            ["file"] = model.File,
            ["programs"] = model.Programs.ToJson(),
            ["paths"] = model.Paths.ToJson(),
            ["symbols"] = model.Symbols.ToJson(),
            ["variables"] = model.Variables.Where(v => !v.IsFact).ToJson(Variable),
            ["facts"] = model.Variables.Where(v => v.IsFact).ToJson(Variable),
            ["require"] = model.Requirements.Select(r => r.Text).ToJson(),
            ["actions"] = model.Actions.ToJson(a => new JsonObject { ["name"] = a.Name, ["command"] = a.Command, ["qmp"] = a.Qmp, ["set"] = a.Set.ToJson() }),
            ["checks"] = model.Phases.SelectMany(p => p.Rules, Check).ToJson(one => one),
            ["variants"] = model.Variants.ToJson(v => new JsonObject { ["name"] = v.Name, ["title"] = v.Title, ["set"] = v.Set.ToJson() }),
            ["transitions"] = model.Transitions.ToJson(t => new JsonObject { ["name"] = t.Name, ["title"] = t.Title, ["before"] = t.Before.ToJson(), ["after"] = t.After.ToJson() }),
            ["counts"] = JsonText.Counts(1, 0),
            ["diagnostics"] = new JsonArray(),
        });
    }

    private static JsonObject Variable(ModelVariable variable) => new JsonObject
    {
        ["name"] = variable.Name,
        ["values"] = variable.Values.ToJson(),
        ["default"] = variable.Default,
        ["meaning"] = variable.Meaning,
        ["aliases"] = variable.Aliases.ToJson(),
        ["depends"] = variable.Depends?.Text,
        ["derive"] = variable.Derive.ToJson(d => new JsonObject { ["when"] = d.When?.Text, ["is"] = variable.ValuesOf(d.Mask).ToJson() }),
        ["recognise"] = variable.Recognise is { } r ? new JsonObject { ["symbol"] = r.Symbol, ["files"] = r.Files.ToJson(), ["kind"] = r.InterfaceKind, ["name"] = r.InterfaceName } : null,
    };

    private static JsonObject Check(ModelPhase phase, ModelRule rule) => new JsonObject
    {
        ["id"] = rule.Id,
        ["phase"] = phase.Name,
        ["options"] = phase.For.ToJson(),
        ["where"] = phase.Where?.Text,
        ["eachKey"] = rule.EachKey is not null,
        ["when"] = rule.When?.Text ?? "always",
        ["effect"] = JsonText.Name(rule.Effect),
        ["prefix"] = rule.Bare || rule.Effect is not (RuleEffect.Fails or RuleEffect.Warns) ? "" : phase.Prefix.Text,
        ["text"] = rule.Text.Text,
        ["hint"] = rule.Hint.Text,
        ["prints"] = rule.Prints.Text,
        ["exit"] = rule.Exit,
        ["source"] = rule.Source,
        ["evidence"] = rule.Evidence,
        ["line"] = rule.Line,
    };
}
