using PatchScribe.Behaviour.Commands;

namespace PatchScribe.Behaviour.Language;

/// <summary>The options of the program: those with keys by name, those that play no part by flag.</summary>
internal sealed record ModelOptions(
    IReadOnlyList<ModelOption> Keyed,
    IReadOnlyList<string> Ignored,
    IReadOnlyList<string> IgnoredWithValue)
{
    /// <summary>Flags that stand for another option with a value, such as <c>-enable-kvm</c>.</summary>
    public IReadOnlyList<ModelShortcut> Fixed { get; init; } = [];

    /// <summary>Keys that hold several words, each of which becomes an item of its own.</summary>
    public IReadOnlyList<ModelSplit> Splits { get; init; } = [];
}

/// <summary>The flag means the option with that value.</summary>
internal sealed record ModelShortcut(string Flag, string Option, string Value);

/// <summary>The words of a key of an option, cut at the separator, are items of the option <see cref="Name"/>.</summary>
internal sealed record ModelSplit(string Name, string From, string Key, char Separator);

/// <summary>An option with <c>key=value</c> lists; <see cref="MainKey"/> is the key of a first word without a name.</summary>
internal sealed record ModelOption(string Name, string Flag, string MainKey, bool Json)
{
    /// <summary>Every occurrence adds to one item, as QEMU's -machine does.</summary>
    public bool Merges { get; init; }

    /// <summary>Items written as JSON are looked at behind all the others, as QEMU does with -device.</summary>
    public bool JsonLast { get; init; }
}

/// <summary>
/// One part of what the program does: the rules are asked for each item of the options <see cref="For"/> (once for the
/// whole command line when there are none) that satisfies <see cref="Where"/>, and the first one that holds decides.
/// </summary>
internal sealed record ModelPhase(
    string Name,
    IReadOnlyList<string> For,
    Expression? Where,
    MessageTemplate Prefix,
    IReadOnlyList<ModelLet> Lets,
    IReadOnlyList<ModelRule> Rules)
{
    /// <summary>Neighbours of the same stage are gone through item by item; null for a phase of its own.</summary>
    public string? Stage { get; init; }
}

/// <summary>A named text of a phase: the first alternative whose condition holds.</summary>
internal sealed record ModelLet(string Name, IReadOnlyList<(Expression? When, MessageTemplate Text)> Alternatives);

/// <summary>What a rule does when it holds.</summary>
internal enum RuleEffect
{
    /// <summary>Prints the message and exits with an error.</summary>
    Fails,

    /// <summary>Ends with success.</summary>
    Succeeds,

    /// <summary>Ends with an error and prints nothing more.</summary>
    Exits,

    /// <summary>Ends by a signal.</summary>
    Crashes,

    /// <summary>The model does not know what happens.</summary>
    Unknown,

    /// <summary>Prints a message and goes on.</summary>
    Warns,

    /// <summary>Prints nothing and goes on.</summary>
    Notes,
}

/// <summary>What is done after a rule that does not end the program.</summary>
internal enum RuleNext
{
    /// <summary>The next rule is asked.</summary>
    Rule,

    /// <summary>The next item is asked.</summary>
    Item,

    /// <summary>The next phase begins.</summary>
    Phase,
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

    /// <summary>What comes after a rule that only warns or notes.</summary>
    public RuleNext Next { get; init; }

    /// <summary>Remembered from here on, for <c>marked(NAME)</c> and <c>{mark.NAME}</c>; null for none.</summary>
    public string? Mark { get; init; }

    /// <summary>The text that the mark holds.</summary>
    public MessageTemplate MarkText { get; init; } = MessageTemplate.Empty;

    /// <summary>The rule is asked for every key of the item in this order, together with its neighbours that have the same <see cref="KeyGroup"/>.</summary>
    public KeyOrder? EachKey { get; init; }

    /// <summary>Number of the group of rules that is asked key by key; 0 for a rule that is asked once.</summary>
    public int KeyGroup { get; init; }

    /// <summary>Error class in the machine protocol.</summary>
    public string QmpClass { get; init; } = "GenericError";

    /// <summary>Exit status.</summary>
    public int Exit { get; init; } = 1;

    /// <summary>File and function, or the runs, that the rule rests on.</summary>
    public string Source { get; init; } = "";

    /// <summary>run when recorded runs back the rule, source when only the code was read.</summary>
    public string Evidence { get; init; } = "source";

    /// <summary>1-based line in the model file.</summary>
    public int Line { get; init; }
}
