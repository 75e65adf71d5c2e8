using PatchScribe.Behaviour.Evaluation;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Comparison;

/// <summary>
/// Describes parts of the environments of a comparison by minimal conditions. <paramref name="hidden"/> are variables that the
/// comparison itself changes and that no condition names.
/// </summary>
internal sealed class EnvironmentWords(BehaviourModel model, IReadOnlyCollection<int>? hidden = null)
{
    private readonly ConditionWriter _writer = new(model);

    /// <summary>Words that hold in the wanted environments and in none of the others.</summary>
    public string Describe(IEnumerable<OutcomePair> wanted, IEnumerable<OutcomePair> others) => Write(Boxes(wanted, others));

    /// <summary>Words for boxes that <see cref="Boxes"/> gave.</summary>
    public string Write(IReadOnlyList<ulong[]> boxes) => _writer.Write(boxes);

    /// <summary>Boxes of values by variable that hold in the wanted environments and in none of the others.</summary>
    public IReadOnlyList<ulong[]> Boxes(IEnumerable<OutcomePair> wanted, IEnumerable<OutcomePair> others)
    {
        IReadOnlyList<ulong[]> on = [.. wanted.Select(Masks)];
        IReadOnlyList<ulong[]> off = [.. others.Select(Masks)];
        var boxes = ConditionMinimizer.Minimize(on, off, [.. model.Variables.Select(v => v.All)], _writer.Order());
        var all = wanted.Concat(others).Select(p => (p.Environment, Masks: Masks(p))).ToList();
        return Join([.. boxes.Select(b => OnlyOccurring(b, all))]);
    }

    // Two boxes that differ in one variable are one box.
    private static List<ulong[]> Join(List<ulong[]> boxes)
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = boxes.Count - 1; j > i; j--)
            {
                var differing = Enumerable.Range(0, boxes[i].Length).Where(v => boxes[i][v] != boxes[j][v]).ToList();
                if (differing.Count <= 1)
                {
                    foreach (var variable in differing)
                    {
                        boxes[i][variable] |= boxes[j][variable];
                    }

                    boxes.RemoveAt(j);
                    j = boxes.Count;
                }
            }
        }

        return boxes;
    }

    private ulong[] Masks(OutcomePair pair)
    {
        var masks = pair.Environment.VisibleMasks(model);
        foreach (var index in hidden ?? [])
        {
            masks[index] = model.Variables[index].All;
        }

        return masks;
    }

    // A box may have been widened over values that no environment has beside its other values; they are not worth words.
    private ulong[] OnlyOccurring(ulong[] box, List<(EnvironmentCase Environment, ulong[] Masks)> cases)
    {
        var masks = (ulong[])box.Clone();
        for (var i = 0; i < masks.Length; i++)
        {
            if (masks[i] == model.Variables[i].All)
            {
                continue;
            }

            var own = masks[i];
            masks[i] = model.Variables[i].All;
            var occurring = Occurring(i, cases.Where(c => MaskBox.Overlap(masks, c.Masks)).Select(c => c.Environment));
            masks[i] = (own & occurring) == occurring ? masks[i] : own & occurring;
        }

        return masks;
    }

    // Values that the variable has where it was looked at; every value when it was not.
    private ulong Occurring(int index, IEnumerable<EnvironmentCase> environments)
    {
        var found = environments.Aggregate(0UL, (all, e) => all | (e.IsSettled(index) ? e[index] : 0));
        return found == 0 || model.Variables[index].IsFact || (hidden?.Contains(index) ?? false) ? model.Variables[index].All : found;
    }

    /// <summary>Versions of the program among the environments, oldest first; none when the model has no versions.</summary>
    public IReadOnlyList<string> Versions(IEnumerable<OutcomePair> pairs)
    {
        var index = Enumerable.Range(0, model.Variables.Count).Where(i => model.Variables[i].IsVersion).DefaultIfEmpty(-1).First();
        if (index < 0 || (hidden?.Contains(index) ?? false))
        {
            return [];
        }

        var mask = pairs.Aggregate(0UL, (all, p) => all | p.Environment[index]);
        return [.. model.Variables[index].Values.Where((_, i) => (mask & (1UL << i)) != 0)];
    }
}
