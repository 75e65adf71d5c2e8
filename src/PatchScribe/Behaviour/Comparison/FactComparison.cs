using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Evaluation;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Comparison;

/// <summary>A set of environments with the outcome before and after; <see cref="Environment"/> is the case after.</summary>
internal sealed record OutcomePair(EnvironmentCase Environment, PredictedOutcome Before, PredictedOutcome After);

/// <summary>Evaluates command lines on the facts before and after a change, in the same environments.</summary>
internal sealed class FactComparison(
    BehaviourModel model,
    IReadOnlyDictionary<string, string> before,
    IReadOnlyDictionary<string, string> after)
{
    private readonly CaseSplitter _splitter = new(model);

    /// <summary>Disjoint sets of environments with both outcomes; <paramref name="pinned"/> narrows the environments.</summary>
    public IReadOnlyList<OutcomePair> Pairs(CommandLine command, IReadOnlyDictionary<string, string> pinned) =>
        Pairs(command, EnvironmentReader.Pin(model, EnvironmentCase.Everything(model), pinned));

    /// <summary>As above, with derived variables free to have every value, also those that no ordinary machine shows.</summary>
    public IReadOnlyList<OutcomePair> UnusualPairs(CommandLine command, IReadOnlyDictionary<string, string> pinned)
    {
        var start = EnvironmentCase.Everything(model);
        for (var i = 0; i < model.Variables.Count; i++)
        {
            start = start.With(i, start[i]);
        }

        return Pairs(command, EnvironmentReader.Pin(model, start, pinned));
    }

    private List<OutcomePair> Pairs(CommandLine command, EnvironmentCase start)
    {
        var (factsBefore, factsAfter) = (Facts(before), Facts(after));
        var pairs = new List<OutcomePair>();
        start = EnvironmentReader.PinByProgram(model, EnvironmentReader.Pin(model, start, factsBefore), command.Program);
        foreach (var first in _splitter.Split(command, start))
        {
            var changed = EnvironmentReader.Pin(model, first.Environment, factsAfter);
            foreach (var second in _splitter.Split(command, changed))
            {
                if (_splitter.IsPossible(second.Environment))
                {
                    pairs.Add(new OutcomePair(second.Environment, first.Outcome, second.Outcome));
                }
            }
        }

        return pairs;
    }

    private Dictionary<string, string> Facts(IReadOnlyDictionary<string, string> given)
    {
        var facts = model.Variables.Where(v => v.IsFact && v.Default is not null)
            .ToDictionary(v => v.Name, v => v.Default!, StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            facts[name] = value;
        }

        return facts;
    }
}
