using System.Numerics;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Evaluation;

/// <summary>
/// Fills in what is not known of an environment: a variable's default, else the first value that is left, as far as the model's
/// requirements allow it beside what is known.
/// </summary>
internal sealed class DefaultEnvironment(BehaviourModel model)
{
    private readonly CaseSplitter _splitter = new(model);

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

            var mask = Choose(known, i);
            known = known.With(i, mask);
            taken.Add($"{variable.Name}={variable.ValuesOf(mask)[0]}");
        }

        assumed = taken;
        return known;
    }

    private ulong Choose(EnvironmentCase known, int index)
    {
        var variable = model.Variables[index];
        var values = variable.ValuesOf(known[index]);

        // The newest version is what a user who names none most likely runs.
        var order = variable.IsVersion ? values.Reverse() : values.OrderByDescending(v => v == variable.Default);
        var masks = order.Select(variable.MaskOf).ToList();
        return masks.Where(m => _splitter.IsPossible(known.With(index, m))).DefaultIfEmpty(masks[0]).First();
    }
}
