using PatchScribe.Conditionals;

namespace PatchScribe.UserMessages;

/// <summary>
/// One call that shows text to a user: 1-based line, the function around it (null outside or unknown), the format
/// string, its severity, and the presence condition of the line inside its file (null when only hunks are known).
/// </summary>
public sealed record UserMessage(string Path, int Line, string? Function, string Call, string Format, string Severity, Condition? Condition)
{
    /// <summary>Last 1-based line of the call.</summary>
    public int LastLine { get; init; } = Line;

    /// <summary>The errno whose text follows the message, as written; null when none does.</summary>
    public string? Errno { get; init; }

    /// <summary>The error class that the call states (ERROR_CLASS_DEVICE_NOT_FOUND), or null.</summary>
    public string? ErrorClass { get; init; }

    /// <summary>For a hint: the format of the error that it is attached to, or null.</summary>
    public string? AttachedTo { get; init; }

    /// <summary>For a prefix: the formats that it is put in front of, as far as the file shows them.</summary>
    public IReadOnlyList<string> PrefixOf { get; init; } = [];

    /// <summary>For a prefix of what a called function reports: that function, or null.</summary>
    public string? PrefixOfCall { get; init; }

    /// <summary>Formats that calls of the file put in front of it.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];
}
