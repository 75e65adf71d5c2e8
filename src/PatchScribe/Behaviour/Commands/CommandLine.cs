namespace PatchScribe.Behaviour.Commands;

/// <summary>
/// A command line as the model's program reads it: its name and the options in order. <see cref="NotCovered"/> says
/// which argument the model does not know, or is null.
/// </summary>
public sealed record CommandLine(string Program, IReadOnlyList<CommandItem> Items, string? NotCovered)
{
    /// <summary>The arguments after the program's name, as given.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}

/// <summary>How the value of an option was written.</summary>
public enum ItemForm
{
    /// <summary>A list of <c>key=value</c>.</summary>
    Keys,

    /// <summary>A JSON object.</summary>
    Json,

    /// <summary>Text that begins like a JSON object and is none.</summary>
    Broken,

    /// <summary>A command of the machine protocol, not an option.</summary>
    Qmp,

    /// <summary>The flag was the last argument, and its value is missing.</summary>
    Missing,
}

/// <summary>
/// One option with its keys, in order; <see cref="Raw"/> is the value exactly as typed. Names that begin with <c>@</c> ask
/// about the item itself: <c>@option</c>, <c>@flag</c> (as typed), <c>@form</c>.
/// </summary>
public sealed record CommandItem(string Option, string Raw, IReadOnlyList<KeyValuePair<string, string>> Keys)
{
    /// <summary>The flag as typed (<c>-device</c> or <c>--device</c>).</summary>
    public string Flag { get; init; } = "";

    /// <summary>How the value was written.</summary>
    public ItemForm Form { get; init; }

    /// <summary>Words that stood without a value, by the key that they set: <c>ramfb</c> sets ramfb=on, <c>noramfb</c> ramfb=off.</summary>
    public IReadOnlyDictionary<string, string> Bare { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Keys whose JSON value is no text.</summary>
    public IReadOnlyList<string> NotText { get; init; } = [];

    /// <summary>Value of a key (the last one given), or null.</summary>
    public string? this[string key]
    {
        get
        {
            if (key.StartsWith('@'))
            {
                return key switch { "@option" => Option, "@flag" => Flag, "@form" => NameOf(Form), _ => null };
            }

            for (var i = Keys.Count - 1; i >= 0; i--)
            {
                if (string.Equals(Keys[i].Key, key, StringComparison.Ordinal))
                {
                    return Keys[i].Value;
                }
            }

            return null;
        }
    }

    /// <summary>The keys, each once, in the order in which the program looks at them.</summary>
    internal IReadOnlyList<string> KeysIn(KeyOrder order)
    {
        var names = Keys.Select(k => k.Key).Distinct(StringComparer.Ordinal).ToList();
        return order == KeyOrder.Given ? names : QemuDictionary.Order(names);
    }

    private static string NameOf(ItemForm form) => form switch
    {
        ItemForm.Keys => "keys",
        ItemForm.Json => "json",
        ItemForm.Qmp => "qmp",
        ItemForm.Missing => "missing",
        _ => "broken",
    };
}

/// <summary>The order in which a program looks at the keys of an option.</summary>
internal enum KeyOrder
{
    /// <summary>As they were typed.</summary>
    Given,

    /// <summary>As QEMU's dictionary holds them.</summary>
    QemuDictionary,
}
