namespace PatchScribe.Behaviour.Language;

/// <summary>
/// A behaviour model as read from YAML (docs/behaviour-models.md): variables of the environment and facts of the
/// code, the program's options, and in order the checks that the program makes of a command line.
/// </summary>
public sealed record BehaviourModel
{
    /// <summary>Name that commands use, such as <c>vfio-iommufd</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the model is about, one line.</summary>
    public required string Title { get; init; }

    /// <summary>Path of the file, or null for a model that comes with the tool.</summary>
    public string? File { get; init; }

    /// <summary>Names of the program; a <c>*</c> stands for any rest.</summary>
    public required IReadOnlyList<string> Programs { get; init; }

    /// <summary>Paths (with <c>*</c>) whose change the model speaks about.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Configuration symbols that the model speaks about.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>Variables and facts, in order of name.</summary>
    public required IReadOnlyList<ModelVariable> Variables { get; init; }

    /// <summary>Command lines whose outcomes are compared.</summary>
    public required IReadOnlyList<ModelAction> Actions { get; init; }

    /// <summary>Transitions of facts that a log can name when there is no diff.</summary>
    public required IReadOnlyList<ModelTransition> Transitions { get; init; }

    /// <summary>Named states of the facts that can be compared, the first two by default.</summary>
    public IReadOnlyList<ModelVariant> Variants { get; init; } = [];

    /// <summary>How the program is run when its actions are recorded.</summary>
    public ModelRecording Recording { get; init; } = new([], "");

    /// <summary>Options that the program knows.</summary>
    internal ModelOptions Options { get; init; } = new([], [], []);

    /// <summary>Conditions that hold in every environment that exists.</summary>
    internal IReadOnlyList<Expression> Requirements { get; init; } = [];

    /// <summary>What the program does with a command line, in order.</summary>
    internal IReadOnlyList<ModelPhase> Phases { get; init; } = [];

    /// <summary>Tables that templates look values up in, such as error numbers by state of a node.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Tables { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);

    /// <summary>Index of a variable by name, or -1.</summary>
    internal int IndexOf(string name)
    {
        for (var i = 0; i < Variables.Count; i++)
        {
            if (string.Equals(Variables[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>
/// A variable of the environment, or a fact of the code. At most 64 values; <see cref="Says"/> holds the words for a
/// value in a condition, <see cref="Label"/> the words before a list of values.
/// </summary>
public sealed record ModelVariable(string Name, IReadOnlyList<string> Values)
{
    /// <summary>True for a fact of the code, which a change of the source can change.</summary>
    public bool IsFact { get; init; }

    /// <summary>What the variable stands for.</summary>
    public string? Meaning { get; init; }

    /// <summary>True when the values are versions in ascending order.</summary>
    public bool IsVersion { get; init; }

    /// <summary>Words before the values in a condition ("QEMU").</summary>
    public string? Label { get; init; }

    /// <summary>Value of a fact when the change does not touch it.</summary>
    public string? Default { get; init; }

    /// <summary>Who the variable is about ("kernel", "QEMU"), as logs call it.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Symbols and other names that logs use for it, with what presence means.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Words for a value in a condition.</summary>
    public IReadOnlyDictionary<string, string> Says { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How a fact is found in an analysed change.</summary>
    public FactRecognition? Recognise { get; init; }

    /// <summary>Other names that set this variable, as recorded runs use them.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Sort order of the variable in a condition; smaller comes first.</summary>
    public int Rank { get; init; }

    /// <summary>How the value is found on a machine, asked in order; empty when it is not looked for.</summary>
    public IReadOnlyList<ModelProbe> Probe { get; init; } = [];

    /// <summary>A condition that an environment must satisfy for every value but the last, such as a Kconfig dependency.</summary>
    internal Expression? Depends { get; init; }

    /// <summary>How the value follows from other variables unless it is given.</summary>
    internal IReadOnlyList<Derivation> Derive { get; init; } = [];

    /// <summary>Mask of all values.</summary>
    internal ulong All => Values.Count == 64 ? ulong.MaxValue : (1UL << Values.Count) - 1;

    /// <summary>The values of a mask, in order.</summary>
    internal IReadOnlyList<string> ValuesOf(ulong mask) => [.. Values.Where((_, i) => (mask & (1UL << i)) != 0)];

    /// <summary>Mask of one value, or 0 when the variable has no such value.</summary>
    internal ulong MaskOf(string value)
    {
        for (var i = 0; i < Values.Count; i++)
        {
            if (string.Equals(Values[i], value, StringComparison.Ordinal))
            {
                return 1UL << i;
            }
        }

        return 0;
    }
}

/// <summary>
/// How the analysis recognises a fact: a property or another interface of that kind and name, or a conditional on the
/// symbol, in one of the files. Conditional means that its condition names the symbol.
/// </summary>
public sealed record FactRecognition(string Symbol, IReadOnlyList<string> Files, string? InterfaceKind, string? InterfaceName);

/// <summary>When the condition holds, the variable has one of the values of the mask.</summary>
internal sealed record Derivation(Expression? When, ulong Mask);

/// <summary>A command line whose outcomes are compared before and after; <see cref="Set"/> pins variables for it.</summary>
public sealed record ModelAction(string Name, string Command)
{
    /// <summary>Variables that have one value in this action, such as the architecture.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A command of the machine protocol that the running program is given, as JSON, or null.</summary>
    public string? Qmp { get; init; }

    /// <summary>What a person would type: the command of the machine protocol, else the command line.</summary>
    public string Shown => Qmp ?? Command;
}

/// <summary>A named state of the code (and, where it says so, of the environment), such as before and after a change.</summary>
public sealed record ModelVariant(string Name, string Title, IReadOnlyDictionary<string, string> Set);

/// <summary>Arguments and standard input that recorded command lines get besides their own, such as those that make the program end.</summary>
public sealed record ModelRecording(IReadOnlyList<string> Arguments, string Input);

/// <summary>What a probe looks at.</summary>
public enum ProbeKind
{
    /// <summary>Opens <see cref="ModelProbe.Subject"/> for reading and writing; the answer is ok or the error's name (ENOENT, EACCES).</summary>
    Open,

    /// <summary>Asks what <see cref="ModelProbe.Subject"/> is: absent, file, directory, character, other.</summary>
    Node,

    /// <summary>Runs the program with <see cref="ModelProbe.Arguments"/>; the answer is what it writes.</summary>
    Output,

    /// <summary>The answer is the name of the program.</summary>
    Program,

    /// <summary>The answer is the number of the user.</summary>
    User,

    /// <summary>Asks nothing: holds always.</summary>
    Otherwise,
}

/// <summary>
/// One way to find a variable's value: when the answer of the probe is one of <see cref="Answers"/> (for outputs and names: matches the
/// one regular expression), the variable is <see cref="Value"/>.
/// </summary>
public sealed record ModelProbe(ProbeKind Kind, string Subject, IReadOnlyList<string> Arguments, IReadOnlyList<string> Answers, string Value);

/// <summary>
/// A transition of facts from one value to another. <see cref="Words"/> are groups of words: a log that holds every
/// word of a group (alternatives separated by <c>|</c>) names the transition.
/// </summary>
public sealed record ModelTransition(
    string Name,
    string Title,
    IReadOnlyDictionary<string, string> Before,
    IReadOnlyDictionary<string, string> After,
    IReadOnlyList<IReadOnlyList<string>> Words);
