namespace PatchScribe.Behaviour.Language;

/// <summary>What an operation of a condition does.</summary>
internal enum OperationKind
{
    /// <summary>A variable has one of the values of a mask.</summary>
    Variable,

    /// <summary>A key of the item (or of another item) compared with texts.</summary>
    Key,

    /// <summary>The item has the key.</summary>
    Given,

    /// <summary>The item's key has a form, such as a number.</summary>
    Form,

    /// <summary>The command line holds an item of an option with such keys.</summary>
    Exists,

    /// <summary>As <see cref="Exists"/>, before the item.</summary>
    Earlier,

    /// <summary>The item has a key that is not in a list.</summary>
    UnknownKey,

    /// <summary>A key of the item matches a pattern with <c>*</c>.</summary>
    Like,

    /// <summary>An earlier rule of the run set a mark.</summary>
    Marked,

    /// <summary>Both of the two above.</summary>
    And,

    /// <summary>One of the two above.</summary>
    Or,

    /// <summary>Not the one above.</summary>
    Not,
}

/// <summary>
/// One operation of a condition in postfix order. <see cref="Variable"/> and <see cref="Mask"/> for a variable;
/// <see cref="Name"/> a key, an option or a list; <see cref="Pairs"/> keys with the operand each must equal.
/// </summary>
internal sealed record Operation(OperationKind Kind)
{
    public int Variable { get; init; } = -1;

    public ulong Mask { get; init; }

    public string Name { get; init; } = "";

    public IReadOnlyList<string> Values { get; init; } = [];

    public IReadOnlyList<KeyDemand> Pairs { get; init; } = [];
}

/// <summary>A condition in postfix order, with its text as written.</summary>
internal sealed record Expression(IReadOnlyList<Operation> Operations, string Text);

/// <summary>What another item must have: a key that equals a text or a key of the item, or (operand null) is only given.</summary>
internal sealed record KeyDemand(string Key, string? Operand, bool OperandIsKey);
