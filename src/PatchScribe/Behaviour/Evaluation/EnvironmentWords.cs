using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Evaluation;

/// <summary>Describes parts of the environments of a comparison by minimal conditions.</summary>
internal sealed class EnvironmentWords(BehaviourModel model)
{
    private readonly ConditionWriter _writer = new(model);

    /// <summary>Words that hold in the wanted environments and in none of the others.</summary>
    public string Describe(IEnumerable<OutcomePair> wanted, IEnumerable<OutcomePair> others)
    {
        IReadOnlyList<ulong[]> on = [.. wanted.Select(p => p.Environment.VisibleMasks(model))];
        IReadOnlyList<ulong[]> off = [.. others.Select(p => p.Environment.VisibleMasks(model))];
        var boxes = ConditionMinimizer.Minimize(on, off, [.. model.Variables.Select(v => v.All)], _writer.Order());
        return _writer.Write([.. boxes.Select(b => OnlyOccurring(b, on.Concat(off)))]);
    }

    // A box may have been widened over values that no environment has; they are not worth words.
    private ulong[] OnlyOccurring(ulong[] box, IEnumerable<ulong[]> existing)
    {
        var masks = new ulong[box.Length];
        foreach (var other in existing)
        {
            for (var i = 0; i < masks.Length; i++)
            {
                masks[i] |= other[i];
            }
        }

        for (var i = 0; i < masks.Length; i++)
        {
            masks[i] = (box[i] & masks[i]) == masks[i] ? model.Variables[i].All : box[i] & masks[i];
        }

        return masks;
    }

    /// <summary>Versions of the program among the environments, oldest first; none when the model has no versions.</summary>
    public IReadOnlyList<string> Versions(IEnumerable<OutcomePair> pairs)
    {
        var index = Enumerable.Range(0, model.Variables.Count).Where(i => model.Variables[i].IsVersion).DefaultIfEmpty(-1).First();
        if (index < 0)
        {
            return [];
        }

        var mask = pairs.Aggregate(0UL, (all, p) => all | p.Environment[index]);
        return [.. model.Variables[index].Values.Where((_, i) => (mask & (1UL << i)) != 0)];
    }
}
