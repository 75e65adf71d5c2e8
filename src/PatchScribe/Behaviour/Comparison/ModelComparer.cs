using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Evaluation;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Comparison;

/// <summary>
/// Compares what a model says of all its actions before and after a change of facts: every difference that a user
/// sees, grouped by outcomes and described by a minimal condition, worst first (a newly reachable crash before all).
/// </summary>
public static class ModelComparer
{
    /// <summary>
    /// Differences between the facts before and after; a fact that is not named has its default, other names pin a
    /// variable of the environment. An <see cref="Diagnostics.InputException"/> names an unknown variable or value.
    /// </summary>
    public static IReadOnlyList<BehaviourChange> Compare(
        BehaviourModel model,
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> after)
    {
        ArgumentNullException.ThrowIfNull(model);
        var comparison = new FactComparison(model, before, after);
        var words = new EnvironmentWords(model, ComparedVariables.Find(model, before, after));
        var changes = new List<BehaviourChange>();
        foreach (var action in model.Actions.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            var command = CommandLineReader.Read(model, action);
            changes.AddRange(Describe(model, action, words, comparison.Pairs(command, action.Set)));
        }

        return
        [
            .. changes.OrderBy(c => c.Effect).ThenBy(c => IndexOf(model, c.Action))
                .ThenBy(c => c.Before.Message, StringComparer.Ordinal).ThenBy(c => c.After.Message, StringComparer.Ordinal)
                .ThenBy(c => c.When, StringComparer.Ordinal),
        ];
    }

    private static int IndexOf(BehaviourModel model, string action) =>
        model.Actions.TakeWhile(a => a.Name != action).Count();

    private static IEnumerable<BehaviourChange> Describe(BehaviourModel model, ModelAction action, EnvironmentWords words, IReadOnlyList<OutcomePair> pairs)
    {
        var groups = pairs.GroupBy(p => (
            p.Before.Kind, p.Before.Stderr, p.Before.Prints, AfterKind: p.After.Kind, AfterStderr: p.After.Stderr, AfterPrints: p.After.Prints)).ToList();
        foreach (var group in groups.Where(g => !g.First().Before.LooksLike(g.First().After)))
        {
            var first = group.First();
            if (first.Before.Kind == OutcomeKind.Unknown || first.After.Kind == OutcomeKind.Unknown)
            {
                continue;
            }

            var when = words.Boxes(group, pairs.Except(group));
            var possible = pairs.Where(p => p.Before.LooksLike(first.After)).ToList();
            var already = possible.Count == 0 ? [] : words.Boxes(possible, pairs.Except(possible));
            yield return new BehaviourChange(
                model.Name,
                action.Name,
                action.Shown,
                words.Write(when),
                first.Before.ToOutcome(),
                first.After.ToOutcome(),
                possible.Count == 0 ? null : words.Write(already),
                [.. group.SelectMany(p => p.Before.Rules.Concat(p.After.Rules)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])
            {
                Effect = EffectOf(first),
                Evidence = group.All(p => p.Before.Evidence == "run" && p.After.Evidence == "run") ? "run" : "source",
                Versions = words.Versions(group),
                WhenBoxes = when,
                AlreadyBoxes = already,
            };
        }
    }

    private static BehaviourEffect EffectOf(OutcomePair pair) =>
        pair.After.Kind == OutcomeKind.Crashes && pair.Before.Kind != OutcomeKind.Crashes ? BehaviourEffect.NewCrash
        : pair.After.Kind > pair.Before.Kind ? BehaviourEffect.Worse
        : pair.After.Kind < pair.Before.Kind ? BehaviourEffect.Better
        : BehaviourEffect.Different;
}
