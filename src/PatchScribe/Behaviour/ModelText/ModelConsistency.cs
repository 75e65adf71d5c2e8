using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Language;
using PatchScribe.Yaml;

namespace PatchScribe.Behaviour.ModelText;

/// <summary>Finds what a model that can be read still contradicts itself in.</summary>
internal static class ModelConsistency
{
    /// <summary>Reports actions that the model's own options do not cover, rules without a source, and marks that no rule sets.</summary>
    public static void Check(BehaviourModel model, PlacedNode root)
    {
        var actions = root.Find("actions");
        foreach (var action in model.Actions)
        {
            var line = CommandLineReader.Read(model, action);
            if (line.NotCovered is { } unknown)
            {
                actions?.Find(action.Name)?.ReportInconsistent($"the options of this model do not have {unknown}");
            }
            else if (!model.Programs.Any(p => Wildcard.Matches(p, line.Program)))
            {
                actions?.Find(action.Name)?.ReportInconsistent($"'{line.Program}' is none of the programs {string.Join(", ", model.Programs)}");
            }
        }

        var rules = model.Phases.SelectMany(p => p.Rules).ToList();
        var marks = rules.Select(r => r.Mark).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            var asked = (rule.When?.Operations ?? []).Where(o => o.Kind == OperationKind.Marked).Select(o => o.Name)
                .Concat(rule.Text.Pieces.Where(p => p.Text.StartsWith("mark.", StringComparison.Ordinal)).Select(p => p.Text[5..]));
            foreach (var mark in asked.Where(m => !marks.Contains(m)))
            {
                root.ReportInconsistent($"the rule '{rule.Id}' asks for the mark '{mark}', which no rule sets", rule.Line);
            }

            if (rule.Source.Length == 0 && rule.Effect is not (RuleEffect.Unknown or RuleEffect.Notes))
            {
                root.ReportInconsistent($"the rule '{rule.Id}' has no 'source'", rule.Line);
            }
        }
    }
}
