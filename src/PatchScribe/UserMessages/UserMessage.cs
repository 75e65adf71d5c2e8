using PatchScribe.Conditionals;

namespace PatchScribe.UserMessages;

/// <summary>
/// One call that shows text to a user: 1-based line, the function around it (null outside or unknown), the format
/// string, its severity, and the presence condition of the line inside its file (null when only hunks are known).
/// </summary>
public sealed record UserMessage(string Path, int Line, string? Function, string Call, string Format, string Severity, Condition? Condition);
