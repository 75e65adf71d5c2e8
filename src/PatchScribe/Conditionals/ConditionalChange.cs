namespace PatchScribe.Conditionals;

/// <summary>Whether a symbol's conditional appears, vanishes or changes in a file.</summary>
public enum ConditionalChangeKind
{
    /// <summary>The conditional on the symbol is gone.</summary>
    Removed,

    /// <summary>A conditional on the symbol is new.</summary>
    Added,

    /// <summary>The condition is another one.</summary>
    Changed,
}

/// <summary>Kind of edit in terms of presence conditions (the classes of DiffDetective, see docs).</summary>
public enum EditClass
{
    /// <summary>The new condition is implied by the old: code is now present in more configurations.</summary>
    Generalization,

    /// <summary>The new condition implies the old: code is now present in fewer configurations.</summary>
    Specialization,

    /// <summary>Neither condition implies the other.</summary>
    Reconfiguration,

    /// <summary>Conditions are equal in meaning.</summary>
    Refactoring,

    /// <summary>Code was added or removed together with its conditional.</summary>
    WithMapping,

    /// <summary>Code was added to or removed from a conditional that stays.</summary>
    WithoutMapping,
}

/// <summary>The construct that states a condition.</summary>
public enum ConditionalConstruct
{
    /// <summary>#ifdef or #ifndef.</summary>
    Ifdef,

    /// <summary>#if.</summary>
    If,

    /// <summary>#elif, #elifdef, #elifndef.</summary>
    Elif,

    /// <summary>#else.</summary>
    Else,

    /// <summary>#include of a configuration header, such as <c>#include CONFIG_DEVICES</c>.</summary>
    Include,

    /// <summary>A Kconfig entry.</summary>
    Kconfig,

    /// <summary>A meson source set condition.</summary>
    Meson,

    /// <summary>obj-$(CONFIG_X) and the like.</summary>
    Makefile,

    /// <summary>A QAPI 'if'.</summary>
    Qapi,

    /// <summary>IS_ENABLED(CONFIG_X) and its kin in C expressions.</summary>
    IsEnabled,

    /// <summary>A stub file or a pair of #else stubs.</summary>
    Stub,
}

/// <summary>
/// One condition on one symbol that a change removes, adds or changes. Conditions are in the normal form of
/// <see cref="Condition"/>; lines are 1-based in the file before and after (null when there is none).
/// </summary>
public sealed record ConditionalChange(
    string Symbol,
    string File,
    ConditionalChangeKind Change,
    string? Before,
    string? After,
    EditClass Class,
    int? LineBefore,
    int? LineAfter,
    ConditionalConstruct Construct)
{
    /// <summary>For a Kconfig entry what it says: depends on, select, imply or default; else null.</summary>
    public string? Statement { get; init; }
}
