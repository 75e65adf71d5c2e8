using System.Numerics;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Evaluation;

/// <summary>
/// A set of environments: for each variable of a model the values it may have (a mask), and whether a derived
/// variable's values are settled. Never changed once made.
/// </summary>
internal sealed class EnvironmentCase
{
    private readonly ulong[] _masks;
    private readonly bool[] _settled;
    private readonly bool[] _forced;

    private EnvironmentCase(ulong[] masks, bool[] settled, bool[] forced) => (_masks, _settled, _forced) = (masks, settled, forced);

    /// <summary>Every environment of the model.</summary>
    public static EnvironmentCase Everything(BehaviourModel model) => new(
        [.. model.Variables.Select(v => v.All)],
        [.. model.Variables.Select(v => v.Derive.Count == 0)],
        new bool[model.Variables.Count]);

    /// <summary>Values that the variable may have.</summary>
    public ulong this[int variable] => _masks[variable];

    /// <summary>False while a derived variable has not been derived.</summary>
    public bool IsSettled(int variable) => _settled[variable];

    /// <summary>True when the variable's value follows from others.</summary>
    public bool IsForced(int variable) => _forced[variable];

    /// <summary>True when every variable has a value left.</summary>
    public bool IsPossible => !_masks.Contains(0UL);

    /// <summary>The case in which the variable has one of the values; a derived variable counts as given.</summary>
    public EnvironmentCase With(int variable, ulong mask) => Change(variable, mask, _forced[variable]);

    /// <summary>The case in which a derived variable has what its derivation says.</summary>
    public EnvironmentCase Derived(int variable, ulong mask) => Change(variable, mask, BitOperations.IsPow2(mask));

    /// <summary>The masks as seen from outside: facts and values that follow from others are left open.</summary>
    public ulong[] VisibleMasks(BehaviourModel model)
    {
        var masks = (ulong[])_masks.Clone();
        for (var i = 0; i < masks.Length; i++)
        {
            if (_forced[i] || !_settled[i] || model.Variables[i].IsFact)
            {
                masks[i] = model.Variables[i].All;
            }
        }

        return masks;
    }

    private EnvironmentCase Change(int variable, ulong mask, bool forced)
    {
        var (masks, settled, isForced) = ((ulong[])_masks.Clone(), (bool[])_settled.Clone(), (bool[])_forced.Clone());
        masks[variable] = mask;
        settled[variable] = true;
        isForced[variable] = forced;
        return new EnvironmentCase(masks, settled, isForced);
    }
}
