using System.Numerics;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Comparison;

/// <summary>Words for a set of environments, in the model's own words for variables and values.</summary>
internal sealed class ConditionWriter(BehaviourModel model)
{
    /// <summary>The condition that holds everywhere.</summary>
    public const string Always = "always";

    /// <summary>Words for boxes of masks, one of which holds: "QEMU is built with X and (A or B)".</summary>
    public string Write(IReadOnlyList<ulong[]> boxes)
    {
        if (boxes.Count == 0 || boxes.Any(b => Literals(b).Count == 0))
        {
            return Always;
        }

        var shared = Literals(boxes[0]).Where(i => boxes.All(b => b[i] == boxes[0][i])).ToList();
        var head = string.Join(" and ", shared.Select(i => Literal(i, boxes[0][i])));
        var rests = boxes.Select(b => Literals(b).Except(shared).Select(i => Literal(i, b[i])).ToList()).ToList();
        if (rests.Any(r => r.Count == 0))
        {
            return head;
        }

        var tail = JoinAlternatives(rests);
        return head.Length == 0 ? tail : boxes.Count == 1 ? $"{head} and {tail}" : $"{head}, and {tail}";
    }

    /// <summary>Order in which variables stand in a condition.</summary>
    public IReadOnlyList<int> Order() =>
        [.. Enumerable.Range(0, model.Variables.Count).OrderBy(i => model.Variables[i].Rank).ThenBy(i => model.Variables[i].Name, StringComparer.Ordinal)];

    private List<int> Literals(ulong[] box) => [.. Order().Where(i => box[i] != model.Variables[i].All)];

    private static string JoinAlternatives(List<List<string>> rests)
    {
        var texts = rests.Select(r => string.Join(" and ", r)).Distinct(StringComparer.Ordinal).ToList();
        if (texts.Count == 1 || rests.Exists(r => r.Count > 1))
        {
            return texts.Count == 1 ? texts[0] : "either " + string.Join(", or ", texts);
        }

        // "the kernel lacks A or the kernel lacks B" says its first words once.
        var words = texts.Select(t => t.Split(' ')).ToList();
        var same = 0;
        while (words.TrueForAll(w => same < w.Length - 1 && w[same] == words[0][same]))
        {
            same++;
        }

        return same == 0
            ? string.Join(" or ", texts)
            : string.Join(' ', words[0].Take(same)) + " " + string.Join(" or ", words.Select(w => string.Join(' ', w.Skip(same))));
    }

    private string Literal(int index, ulong mask)
    {
        var variable = model.Variables[index];
        var values = Enumerable.Range(0, variable.Values.Count).Where(i => (mask & (1UL << i)) != 0).Select(i => variable.Values[i]).ToList();
        if (variable.IsVersion || values.Exists(v => !variable.Says.ContainsKey(v)))
        {
            return variable.Label is { } label
                ? $"{label} {Or(values)}"
                : $"{variable.Name} is {Or(values)}";
        }

        var excluded = BitOperations.PopCount(variable.All & ~mask);
        return values.Count > 2 && excluded == 1 && variable.Says.TryGetValue("!" + Missing(variable, mask), out var negation)
            ? negation
            : Or([.. values.Select(v => variable.Says[v])]);
    }

    private static string Missing(ModelVariable variable, ulong mask) =>
        variable.Values[BitOperations.TrailingZeroCount(variable.All & ~mask)];

    private static string Or(List<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}";
}
