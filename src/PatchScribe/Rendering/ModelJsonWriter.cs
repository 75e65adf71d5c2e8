using PatchScribe.Behaviour.Language;

namespace PatchScribe.Rendering;

/// <summary>Behaviour models as documents <c>patchscribe/model-list/1</c> and <c>patchscribe/model/1</c> (docs/json.md).</summary>
public static class ModelJsonWriter
{
    /// <summary>One entry for each model.</summary>
    public static string WriteList(IReadOnlyList<BehaviourModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return JsonText.Write(new
        {
            schema = "patchscribe/model-list/1",
            models = models.Select(model => new
            {
                name = model.Name,
                title = model.Title,
                file = model.File,
                programs = model.Programs,
                paths = model.Paths,
                symbols = model.Symbols,
                variables = model.Variables.Count(v => !v.IsFact),
                facts = model.Variables.Count(v => v.IsFact),
                actions = model.Actions.Count,
                checks = model.Phases.Sum(p => p.Rules.Count),
            }),
            counts = new { read = models.Count, skipped = 0 },
            diagnostics = Array.Empty<object>(),
        });
    }

    /// <summary>One model with everything in it.</summary>
    public static string Write(BehaviourModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return JsonText.Write(new
        {
            schema = "patchscribe/model/1",
            name = model.Name,
            title = model.Title,
            file = model.File,
            programs = model.Programs,
            paths = model.Paths,
            symbols = model.Symbols,
            variables = model.Variables.Where(v => !v.IsFact).Select(Variable),
            facts = model.Variables.Where(v => v.IsFact).Select(Variable),
            require = model.Requirements.Select(r => r.Text),
            actions = model.Actions.Select(a => new { name = a.Name, command = a.Command, qmp = a.Qmp, set = a.Set }),
            checks = model.Phases.SelectMany(p => p.Rules, Check),
            variants = model.Variants.Select(v => new { name = v.Name, title = v.Title, set = v.Set }),
            transitions = model.Transitions.Select(t => new { name = t.Name, title = t.Title, before = t.Before, after = t.After }),
            counts = new { read = 1, skipped = 0 },
            diagnostics = Array.Empty<object>(),
        });
    }

    private static object Variable(ModelVariable variable) => new
    {
        name = variable.Name,
        values = variable.Values,
        @default = variable.Default,
        meaning = variable.Meaning,
        aliases = variable.Aliases,
        depends = variable.Depends?.Text,
        derive = variable.Derive.Select(d => new { when = d.When?.Text, @is = variable.ValuesOf(d.Mask) }),
        recognise = variable.Recognise is { } r ? new { symbol = r.Symbol, files = r.Files, kind = r.InterfaceKind, name = r.InterfaceName } : null,
    };

    private static object Check(ModelPhase phase, ModelRule rule) => new
    {
        id = rule.Id,
        phase = phase.Name,
        options = phase.For,
        where = phase.Where?.Text,
        eachKey = rule.EachKey is not null,
        when = rule.When?.Text ?? "always",
        effect = JsonText.Name(rule.Effect),
        prefix = rule.Bare || rule.Effect is not (RuleEffect.Fails or RuleEffect.Warns) ? "" : phase.Prefix.Text,
        text = rule.Text.Text,
        hint = rule.Hint.Text,
        prints = rule.Prints.Text,
        exit = rule.Exit,
        source = rule.Source,
        evidence = rule.Evidence,
        line = rule.Line,
    };
}
