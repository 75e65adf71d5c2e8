using PatchScribe.Behaviour.Expressions;
using PatchScribe.Behaviour.Language;
using PatchScribe.Yaml;

namespace PatchScribe.Behaviour.ModelText;

/// <summary>Reads the variables and facts of a model, first their names and values, then what depends on other variables.</summary>
internal sealed class VariableBuilder(ModelSymbols symbols)
{
    private const int MostValues = 64;

    /// <summary>Variables and facts with their values, in order of name.</summary>
    public static IReadOnlyList<ModelVariable> ReadNames(PlacedNode root) =>
    [
        .. (root.Find("variables")?.Entries ?? []).Select(e => ReadName(e.Key, e.Value, isFact: false))
            .Concat((root.Find("facts")?.Entries ?? []).Select(e => ReadName(e.Key, e.Value, isFact: true)))
            .OrderBy(v => v.Name, StringComparer.Ordinal),
    ];

    /// <summary>The same variables with their dependencies and derivations.</summary>
    public IReadOnlyList<ModelVariable> Complete(PlacedNode root)
    {
        var nodes = (root.Find("variables")?.Entries ?? []).Concat(root.Find("facts")?.Entries ?? [])
            .GroupBy(e => e.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var (name, entries) in nodes.Where(n => n.Value.Count > 1))
        {
            entries[1].Value.Report($"'{name}' is declared twice");
        }

        var conditions = new PhaseBuilder(symbols, null);
        var variables = symbols.Variables.Select(v => Complete(v, nodes[v.Name][0].Value, conditions)).ToList();
        DerivationOrder.Check(variables, root.Find("variables") ?? root);
        return variables;
    }

    private static ModelVariable ReadName(string name, PlacedNode node, bool isFact)
    {
        node.Allow("values", "meaning", "version", "label", "default", "subjects", "names", "says", "recognise", "aliases", "rank",
            "depends", "derive", "probe");
        var values = node.Texts("values");
        if (values.Count is 0 or > MostValues)
        {
            node.Report($"'{name}' needs 1 to {MostValues} values");
            values = values.Count == 0 ? [""] : [.. values.Take(MostValues)];
        }

        var isVersion = node.TextOf("version") == "true";
        return new ModelVariable(name, isVersion ? [.. values.Order(Comparer<string>.Create(ModelVersion.Compare))] : values)
        {
            IsFact = isFact,
            IsVersion = isVersion,
            Meaning = node.TextOf("meaning"),
            Label = node.TextOf("label"),
            Default = ReadDefault(node, values),
            Subjects = node.Texts("subjects"),
            Names = node.Texts("names"),
            Says = node.Map("says"),
            Aliases = node.Texts("aliases"),
            Rank = int.TryParse(node.TextOf("rank"), out var rank) ? rank : 0,
            Recognise = ReadRecognition(node.Find("recognise")),
            Probe = [.. (node.Find("probe")?.Items ?? []).Select(p => ProbeBuilder.Read(p, values))],
        };
    }

    private static string? ReadDefault(PlacedNode node, IReadOnlyList<string> values)
    {
        var value = node.TextOf("default");
        if (value is not null && !values.Contains(value, StringComparer.Ordinal))
        {
            node.Find("default")!.Report($"'{value}' is none of the values {string.Join(", ", values)}");
        }

        return value;
    }

    private static FactRecognition? ReadRecognition(PlacedNode? node)
    {
        if (node is null)
        {
            return null;
        }

        node.Allow("symbol", "files", "kind", "name");
        return new FactRecognition(node.Require("symbol"), node.Texts("files"), node.TextOf("kind"), node.TextOf("name"));
    }

    private static ModelVariable Complete(ModelVariable variable, PlacedNode node, PhaseBuilder conditions)
    {
        var derive = new List<Derivation>();
        foreach (var item in node.Find("derive")?.Items ?? [])
        {
            item.Allow("when", "is");
            var when = item.Find("when") is { } condition ? conditions.ReadCondition(condition) : null;
            var mask = 0UL;
            foreach (var value in item.Texts("is"))
            {
                mask |= variable.MaskOf(value);
                if (variable.MaskOf(value) == 0)
                {
                    item.Report($"'{variable.Name}' has no value '{value}'");
                }
            }

            derive.Add(new Derivation(when, mask));
        }

        if (derive.Count > 0 && derive[^1].When is not null)
        {
            node.Report($"the last derivation of '{variable.Name}' must have no 'when'");
        }

        return variable with { Derive = derive, Depends = node.Find("depends") is { } depends ? conditions.ReadCondition(depends) : null };
    }
}
