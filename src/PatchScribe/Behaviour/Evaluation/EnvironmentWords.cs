using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Evaluation;

/// <summary>
/// Describes parts of the environments of a comparison by minimal conditions. <paramref name="hidden"/> are variables that the
/// comparison itself changes and that no condition names.
/// </summary>
internal sealed class EnvironmentWords(BehaviourModel model, IReadOnlyCollection<int>? hidden = null)
{
    private readonly ConditionWriter _writer = new(model);

    /// <summary>Words that hold in the wanted environments and in none of the others.</summary>
    public string Describe(IEnumerable<OutcomePair> wanted, IEnumerable<OutcomePair> others)
    {
        IReadOnlyList<ulong[]> on = [.. wanted.Select(Masks)];
        IReadOnlyList<ulong[]> off = [.. others.Select(Masks)];
        var boxes = ConditionMinimizer.Minimize(on, off, [.. model.Variables.Select(v => v.All)], _writer.Order());
        var occurring = Occurring(wanted.Concat(others));
        return _writer.Write([.. boxes.Select(b => OnlyOccurring(b, occurring))]);
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

    // A box may have been widened over values that no environment has; they are not worth words.
    private ulong[] OnlyOccurring(ulong[] box, ulong[] occurring)
    {
        var masks = (ulong[])box.Clone();
        for (var i = 0; i < masks.Length; i++)
        {
            masks[i] = (box[i] & occurring[i]) == occurring[i] ? model.Variables[i].All : box[i] & occurring[i];
        }

        return masks;
    }

    // Values that the variables have where they were looked at; every value of a variable that was not.
    private ulong[] Occurring(IEnumerable<OutcomePair> pairs)
    {
        var found = new ulong[model.Variables.Count];
        foreach (var pair in pairs)
        {
            for (var i = 0; i < found.Length; i++)
            {
                found[i] |= pair.Environment.IsSettled(i) ? pair.Environment[i] : 0;
            }
        }

        return [.. found.Select((mask, i) => mask == 0 || model.Variables[i].IsFact || (hidden?.Contains(i) ?? false) ? model.Variables[i].All : mask)];
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
