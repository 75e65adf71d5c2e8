namespace PatchScribe.Behaviour;

/// <summary>
/// What a user gets: <see cref="Result"/> is succeeds, fails or crashes (unknown: the model does not say);
/// <see cref="Message"/> is the rendered stderr text without its last line end, or null.
/// </summary>
public sealed record Outcome(string Result, string? Message)
{
    /// <summary>The lines of standard output that the model knows (such as those of a help listing), or null.</summary>
    public string? Prints { get; init; }
}

/// <summary>Whether a change is bad for the user; worst first.</summary>
public enum BehaviourEffect
{
    /// <summary>The program crashes where it did not.</summary>
    NewCrash,

    /// <summary>What succeeded fails.</summary>
    Worse,

    /// <summary>Another message, or another listing.</summary>
    Different,

    /// <summary>What failed or crashed does so no longer.</summary>
    Better,
}

/// <summary>
/// One difference that a user sees: for <see cref="Action"/> (rendered as <see cref="Command"/>), in the environments
/// described by <see cref="When"/> ("always", or a minimal condition in words), the outcome before and after.
/// <see cref="AlreadyPossibleWhen"/> describes the environments in which the new outcome could happen before, or null.
/// <see cref="Rules"/> are the model rules that led to both outcomes.
/// </summary>
public sealed record BehaviourChange(
    string Model,
    string Action,
    string Command,
    string When,
    Outcome Before,
    Outcome After,
    string? AlreadyPossibleWhen,
    IReadOnlyList<string> Rules)
{
    /// <summary>Whether it got worse.</summary>
    public BehaviourEffect Effect { get; init; } = BehaviourEffect.Different;

    /// <summary>run when recorded runs back every rule, source when some rule rests on reading the code.</summary>
    public string Evidence { get; init; } = "source";

    /// <summary>Versions of the program in which it happens, oldest first.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    /// <summary>The environments of <see cref="When"/>: boxes of values by variable of the model.</summary>
    internal IReadOnlyList<ulong[]> WhenBoxes { get; init; } = [];

    /// <summary>The environments of <see cref="AlreadyPossibleWhen"/>.</summary>
    internal IReadOnlyList<ulong[]> AlreadyBoxes { get; init; } = [];
}
