using PatchScribe.Behaviour.Language;
using PatchScribe.Yaml;

namespace PatchScribe.Behaviour.ModelText;

/// <summary>Finds variables that are derived from each other in a ring.</summary>
internal static class DerivationOrder
{
    /// <summary>Reports the variables of a ring, or a derivation that asks for a fact of the code.</summary>
    public static void Check(IReadOnlyList<ModelVariable> variables, PlacedNode place)
    {
        var settled = new bool[variables.Count];
        var open = Enumerable.Range(0, variables.Count).ToList();
        var progress = true;
        while (progress)
        {
            progress = false;
            foreach (var index in open.Where(i => !settled[i]))
            {
                if (variables[index].Derive.All(d => IsSettled(d.When, settled)))
                {
                    settled[index] = progress = true;
                }
            }
        }

        var ring = open.Where(i => !settled[i]).Select(i => variables[i].Name).ToList();
        if (ring.Count > 0)
        {
            place.Report($"these variables are derived from each other: {string.Join(", ", ring)}");
        }

        foreach (var variable in variables.Where(v => v.Derive.Any(d => NamesFact(d.When, variables))))
        {
            place.Report($"'{variable.Name}' is derived from a fact of the code; facts belong into rules");
        }
    }

    private static bool IsSettled(Expression? when, bool[] settled) =>
        when is null || when.Operations.All(o => o.Kind != OperationKind.Variable || settled[o.Variable]);

    private static bool NamesFact(Expression? when, IReadOnlyList<ModelVariable> variables) =>
        when is not null && when.Operations.Any(o => o.Kind == OperationKind.Variable && variables[o.Variable].IsFact);
}
