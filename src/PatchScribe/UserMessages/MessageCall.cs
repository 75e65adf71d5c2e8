namespace PatchScribe.UserMessages;

/// <summary>
/// One call that shows text to a user: its name, the 1-based position of the format string (0: the first argument that
/// holds a literal), the severity it prints with (fatal, error, warning, info, debug, hint), and the argument that must
/// come first for it to count (stderr).
/// </summary>
public sealed record MessageCall(string Name, int Format, string Severity, string? FirstArgument = null)
{
    /// <summary>1-based position of the errno argument whose text follows the message; 0: none, -1: the variable errno itself.</summary>
    public int Errno { get; init; }

    /// <summary>1-based position of the error that the text is put in front of; 0: it stands alone.</summary>
    public int Prefixes { get; init; }

    /// <summary>True when it fills the error that its first argument names, and shows nothing yet.</summary>
    public bool SetsError { get; init; }

    /// <summary>The text of a call that has no format argument of its own, or null.</summary>
    public string? Text { get; init; }
}
