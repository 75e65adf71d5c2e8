namespace PatchScribe.Behaviour;

/// <summary>What a user gets: <see cref="Result"/> is succeeds, fails or crashes; <see cref="Message"/> is the rendered stderr text, or null.</summary>
public sealed record Outcome(string Result, string? Message);

/// <summary>
/// One difference that a user sees: for <see cref="Action"/> (rendered as <see cref="Command"/>), in the environments
/// described by <see cref="When"/>, the outcome before and after. <see cref="AlreadyPossibleWhen"/> describes the
/// environments in which the new outcome could happen before, or null. <see cref="Rules"/> are the model rules that
/// led to both outcomes.
/// </summary>
public sealed record BehaviourChange(
    string Model,
    string Action,
    string Command,
    string When,
    Outcome Before,
    Outcome After,
    string? AlreadyPossibleWhen,
    IReadOnlyList<string> Rules);
