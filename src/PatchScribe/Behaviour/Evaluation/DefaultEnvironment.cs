using System.Numerics;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Evaluation;

/// <summary>Fills in what is not known of an environment: a variable's default, else the first value that is left.</summary>
internal sealed class DefaultEnvironment(BehaviourModel model)
{
    /// <summary>The case with one value for every variable that is not derived; <paramref name="assumed"/> names what was taken.</summary>
    public EnvironmentCase Complete(EnvironmentCase known, out IReadOnlyList<string> assumed)
    {
        var taken = new List<string>();
        for (var i = 0; i < model.Variables.Count; i++)
        {
            var variable = model.Variables[i];
            if (!known.IsSettled(i) || BitOperations.IsPow2(known[i]))
            {
                continue;
            }

            // The newest version is what a user who names none most likely runs.
            var value = variable.Default ?? (variable.IsVersion ? variable.Values[^1] : variable.Values[BitOperations.TrailingZeroCount(known[i])]);
            known = known.With(i, variable.MaskOf(value));
            taken.Add($"{variable.Name}={value}");
        }

        assumed = taken;
        return known;
    }
}
