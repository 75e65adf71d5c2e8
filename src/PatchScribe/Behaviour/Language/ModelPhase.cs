namespace PatchScribe.Behaviour.Language;

/// <summary>The options of the program: those with keys by name, those that play no part by flag.</summary>
internal sealed record ModelOptions(
    IReadOnlyList<ModelOption> Keyed,
    IReadOnlyList<string> Ignored,
    IReadOnlyList<string> IgnoredWithValue);

/// <summary>An option with <c>key=value</c> lists; <see cref="MainKey"/> is the key of a first word without a name.</summary>
internal sealed record ModelOption(string Name, string Flag, string MainKey, bool Json);

/// <summary>
/// One part of what the program does: the rules are asked for each item of the option <see cref="For"/> (once for the
/// whole command line when null) that satisfies <see cref="Where"/>, and the first one that holds decides.
/// </summary>
internal sealed record ModelPhase(
    string Name,
    string? For,
    Expression? Where,
    MessageTemplate Prefix,
    IReadOnlyList<ModelLet> Lets,
    IReadOnlyList<ModelRule> Rules);

/// <summary>A named text of a phase: the first alternative whose condition holds.</summary>
internal sealed record ModelLet(string Name, IReadOnlyList<(Expression? When, MessageTemplate Text)> Alternatives);

/// <summary>What a rule does when it holds.</summary>
internal enum RuleEffect
{
    /// <summary>Prints the message and exits with an error.</summary>
    Fails,

    /// <summary>Ends with success.</summary>
    Succeeds,

    /// <summary>Ends by a signal.</summary>
    Crashes,

    /// <summary>The model does not know what happens.</summary>
    Unknown,

    /// <summary>Prints a warning and goes on.</summary>
    Warns,
}

/// <summary>One check of the program: condition, effect, message, and the source that says so.</summary>
internal sealed record ModelRule(string Id, Expression? When, RuleEffect Effect, MessageTemplate Text)
{
    /// <summary>Printed after the message, with its own line ends.</summary>
    public MessageTemplate Hint { get; init; } = MessageTemplate.Empty;

    /// <summary>Lines of standard output that the model knows.</summary>
    public MessageTemplate Prints { get; init; } = MessageTemplate.Empty;

    /// <summary>True when the phase's prefix is not printed.</summary>
    public bool Bare { get; init; }

    /// <summary>Exit status.</summary>
    public int Exit { get; init; } = 1;

    /// <summary>File and function, or the runs, that the rule rests on.</summary>
    public string Source { get; init; } = "";

    /// <summary>run when recorded runs back the rule, source when only the code was read.</summary>
    public string Evidence { get; init; } = "source";

    /// <summary>1-based line in the model file.</summary>
    public int Line { get; init; }
}
