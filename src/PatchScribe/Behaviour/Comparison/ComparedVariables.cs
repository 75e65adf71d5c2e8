using PatchScribe.Behaviour.Evaluation;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;

namespace PatchScribe.Behaviour.Comparison;

/// <summary>The variables of the environment that a comparison itself changes, such as the program's version.</summary>
internal static class ComparedVariables
{
    /// <summary>
    /// Their indexes. One that others are derived from or depend on cannot be compared, because the machine would not stay the same: an
    /// <see cref="InputException"/>.
    /// </summary>
    public static IReadOnlyCollection<int> Find(BehaviourModel model, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        var compared = new HashSet<int>();
        foreach (var name in before.Keys.Concat(after.Keys).Distinct(StringComparer.Ordinal))
        {
            foreach (var index in EnvironmentReader.IndexesOf(model, name).Where(i => !model.Variables[i].IsFact))
            {
                if (before.GetValueOrDefault(name) != after.GetValueOrDefault(name))
                {
                    compared.Add(index);
                }
            }
        }

        foreach (var variable in model.Variables)
        {
            var asked = variable.Derive.Select(d => d.When).Append(variable.Depends).OfType<Expression>().SelectMany(e => e.Operations);
            if (asked.FirstOrDefault(o => o.Kind == OperationKind.Variable && compared.Contains(o.Variable)) is { } operation)
            {
                var name = model.Variables[operation.Variable].Name;
                throw new InputException(
                    $"'{name}' cannot differ between the two sides: '{variable.Name}' follows from it",
                    $"ask for each side with 'patchscribe model predict {model.Name} --set {name}=...'");
            }
        }

        return compared;
    }
}
