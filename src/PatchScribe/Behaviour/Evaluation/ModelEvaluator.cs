using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Evaluation;

/// <summary>One outcome that a command line can have, and in words the environments that give it ("always" for all).</summary>
public sealed record Prediction(string When, PredictedOutcome Outcome);

/// <summary>One check that the program made: where, the rule, its condition and source, and whether it held.</summary>
public sealed record ExplainedCheck(string Phase, string? Item, string Rule, string Condition, string Source, bool Held);

/// <summary>The checks of one run in order, with the outcome; <see cref="Assumed"/> are the values taken because none was given.</summary>
public sealed record Explanation(PredictedOutcome Outcome, IReadOnlyList<ExplainedCheck> Checks, IReadOnlyList<string> Assumed);

/// <summary>Predicts what a command line prints, by a model and by what is known of the environment.</summary>
public static class ModelEvaluator
{
    /// <summary>
    /// Every outcome that the command line can have in the environments that agree with the given values (a fact that is not
    /// given has its default), most frequent rule first. An <see cref="Diagnostics.InputException"/> names an unknown variable.
    /// </summary>
    public static IReadOnlyList<Prediction> Predict(
        BehaviourModel model,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> given)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(given);
        var comparison = new FactComparison(model, given, given);
        var pairs = comparison.Pairs(CommandLineReader.Read(model, arguments), new Dictionary<string, string>(StringComparer.Ordinal));
        var words = new EnvironmentWords(model);
        return
        [
            .. pairs.GroupBy(p => (p.Before.Kind, p.Before.Stderr, p.Before.Prints, p.Before.Exit))
                .Select(g => new Prediction(words.Describe(g, pairs.Except(g)), g.First().Before))
                .OrderBy(p => p.When, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// The one outcome in the environment in which the given variables have their values and the others their default (or the
    /// first value that the model allows), with every check on the way.
    /// </summary>
    public static Explanation Explain(
        BehaviourModel model,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> given)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(given);
        var command = CommandLineReader.Read(model, arguments);
        var known = EnvironmentReader.Pin(model, EnvironmentCase.Everything(model), given);
        var full = new DefaultEnvironment(model).Complete(known, out var assumed);
        var found = new CaseSplitter(model).SplitUnchecked(command, full)[0];
        var checks = new List<ExplainedCheck>();
        if (command.NotCovered is null)
        {
            new ProgramRun(model, command, found.Environment)
            {
                OnCheck = (phase, item, rule, held) => checks.Add(new ExplainedCheck(
                    phase.Name, item?.Raw, rule.Id, rule.When?.Text ?? ConditionWriter.Always, rule.Source, held)),
            }.Execute();
        }

        return new Explanation(found.Outcome, checks, assumed);
    }
}
