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

/// <summary>One option with its keys, in order; <see cref="Raw"/> is the argument exactly as typed.</summary>
public sealed record CommandItem(string Option, string Raw, IReadOnlyList<KeyValuePair<string, string>> Keys)
{
    /// <summary>Value of a key (the last one given), or null.</summary>
    public string? this[string key]
    {
        get
        {
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
}
