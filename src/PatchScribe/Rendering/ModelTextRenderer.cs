using System.Globalization;
using System.Text;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Rendering;

/// <summary>Behaviour models as a person reads them.</summary>
public static class ModelTextRenderer
{
    /// <summary>A line for each model: its name, what it is about, and what it speaks for.</summary>
    public static string RenderList(IReadOnlyList<BehaviourModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var text = new StringBuilder();
        var width = models.Select(m => m.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var model in models)
        {
            text.Append(CultureInfo.InvariantCulture, $"{model.Name.PadRight(width)}  {model.Title}\n");
            text.Append(CultureInfo.InvariantCulture, $"{new string(' ', width)}  {model.Actions.Count} actions, {model.Phases.Sum(p => p.Rules.Count)} checks; speaks for {string.Join(", ", model.Paths.Concat(model.Symbols))}");
            text.Append(model.File is { } file ? $"; {file}\n" : "\n");
        }

        return TerminalText.Escape(text.ToString());
    }

    /// <summary>Variables, facts, actions, checks and transitions of one model.</summary>
    public static string Render(BehaviourModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{model.Name}: {model.Title}\nprogram {string.Join(", ", model.Programs)}\n");
        text.Append(CultureInfo.InvariantCulture, $"speaks for {string.Join(", ", model.Paths.Concat(model.Symbols))}\n");
        Section(text, "variables", model.Variables.Where(v => !v.IsFact).OrderBy(v => v.Rank), Variable);
        Section(text, "facts of the code", model.Variables.Where(v => v.IsFact), Variable);
        Section(text, "holds everywhere", model.Requirements, r => $"{r.Text}\n");
        Section(text, "actions", model.Actions, a => $"{a.Name}\n      $ {a.Command}\n{(a.Qmp is null ? "" : $"      {a.Qmp}\n")}");
        foreach (var phase in model.Phases)
        {
            var scope = phase.For.Count == 0 ? "once" : $"for each {string.Join(" and ", phase.For)}" + (phase.Where is null ? "" : $" where {phase.Where.Text}");
            Section(text, $"checks: {phase.Name}, {scope}", phase.Rules, r => Rule(phase, r));
        }

        Section(text, "variants", model.Variants, v => $"{v.Name}: {v.Title}\n      {Values(v.Set)}\n");
        Section(text, "transitions", model.Transitions, t => $"{t.Name}: {t.Title}\n      before {Values(t.Before)}\n      after  {Values(t.After)}\n");
        return TerminalText.Escape(text.ToString());
    }

    private static void Section<T>(StringBuilder text, string title, IEnumerable<T> items, Func<T, string> render)
    {
        text.Append('\n').Append(title).Append('\n');
        foreach (var item in items)
        {
            text.Append("  ").Append(render(item));
        }
    }

    private static string Variable(ModelVariable variable)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{variable.Name} = {string.Join(" | ", variable.Values)}");
        text.Append(variable.Default is { } usual ? $" (default {usual})\n" : "\n");
        text.Append(variable.Meaning is { } meaning ? $"      {meaning}\n" : "");
        text.Append(variable.Depends is { } depends ? $"      needs {depends.Text}\n" : "");
        text.Append(variable.Aliases.Count > 0 ? $"      also set by {string.Join(", ", variable.Aliases)}\n" : "");
        foreach (var derivation in variable.Derive)
        {
            text.Append(CultureInfo.InvariantCulture, $"      {string.Join(" or ", variable.ValuesOf(derivation.Mask))} {(derivation.When is { } when ? $"when {when.Text}" : "otherwise")}\n");
        }

        if (variable.Recognise is { } fact)
        {
            text.Append(CultureInfo.InvariantCulture, $"      recognised by {fact.InterfaceKind ?? "conditional"} {fact.InterfaceName} under {fact.Symbol} in {string.Join(", ", fact.Files)}\n");
        }

        return text.ToString();
    }

    private static string Rule(ModelPhase phase, ModelRule rule)
    {
        var prefix = rule.Bare || rule.Effect is not (RuleEffect.Fails or RuleEffect.Warns) ? "" : phase.Prefix.Text;
        var shown = (prefix + rule.Text.Text + (rule.Hint.Text.Length > 0 ? "\n" + rule.Hint.Text : "")).TrimEnd('\n').Replace("\n", "\n        ", StringComparison.Ordinal);
        return $"{rule.Id}: when {rule.When?.Text ?? "always"}{(rule.EachKey is null ? "" : ", for each key")}\n"
            + $"      {JsonText.Name(rule.Effect)}{(rule.Effect == RuleEffect.Fails ? $", exit {rule.Exit}" : "")}{(shown.Length > 0 ? $"\n        {shown}" : "")}\n"
            + $"      source: {rule.Source}{(rule.Evidence == "run" ? " (recorded)" : " (read)")}\n";
    }

    private static string Values(IReadOnlyDictionary<string, string> values) => string.Join(", ", values.Select(v => $"{v.Key}={v.Value}"));
}
