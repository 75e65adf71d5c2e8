using System.Numerics;
using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Comparison;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Evaluation;

/// <summary>One outcome that a command line can have, and in words the environments that give it ("always" for all).</summary>
public sealed record Prediction(string When, PredictedOutcome Outcome);

/// <summary>
/// One check that the program made: where, the rule, its condition and source, whether it held, and the values that its condition
/// names in this run. <see cref="Key"/> is the key of the item that was looked at, or null for the whole item.
/// </summary>
public sealed record ExplainedCheck(string Phase, string? Item, string? Key, string Rule, string Condition, string Source, bool Held, IReadOnlyList<string> Because);

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
        IReadOnlyDictionary<string, string> given) => Explain(model, CommandLineReader.Read(model, arguments), given);

    /// <summary>As above, for a command line that was read.</summary>
    public static Explanation Explain(
        BehaviourModel model,
        CommandLine command,
        IReadOnlyDictionary<string, string> given)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(given);
        var known = EnvironmentReader.PinByProgram(model, EnvironmentReader.Pin(model, EnvironmentCase.Everything(model), given), command.Program);
        var full = new DefaultEnvironment(model).Complete(known, out var assumed);
        var found = new CaseSplitter(model).SplitUnchecked(command, full).MinBy(c => Unusual(model, c.Environment))!;
        var checks = new List<ExplainedCheck>();
        var reasons = new CheckReasons(model, found.Environment);
        if (command.NotCovered is null)
        {
            new ProgramRun(model, command, found.Environment)
            {
                OnCheck = (phase, question, rule, held) => checks.Add(new ExplainedCheck(
                    phase.Name, question.Item?.Raw, question.ValueOf("@key"), rule.Id, rule.When?.Text ?? ConditionWriter.Always, rule.Source, held,
                    reasons.Of(rule.When, question))),
            }.Execute();
        }

        return new Explanation(found.Outcome, checks, [.. assumed.Where(a => reasons.Asked.Contains(a[..a.IndexOf('=', StringComparison.Ordinal)]))]);
    }

    // A derived variable that may have several values has the first of them unless it is given.
    private static int Unusual(BehaviourModel model, EnvironmentCase environment) =>
        Enumerable.Range(0, model.Variables.Count).Sum(i => BitOperations.TrailingZeroCount(environment[i]));
}
