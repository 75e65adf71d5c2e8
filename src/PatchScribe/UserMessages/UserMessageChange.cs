using PatchScribe.Conditionals;

namespace PatchScribe.UserMessages;

/// <summary>What happens to a user-visible message.</summary>
public enum UserMessageChangeKind
{
    /// <summary>No call prints it any more.</summary>
    Removed,

    /// <summary>A new call prints it.</summary>
    Added,

    /// <summary>Its text changes.</summary>
    Changed,

    /// <summary>Same text, other presence condition.</summary>
    ConditionChanged,
}

/// <summary>
/// One change of a message that a user can see. <see cref="Before"/> and <see cref="After"/> are format strings with
/// adjacent literals joined and macros such as PRIx64 kept by name; conditions are in normal form, inside the file;
/// <see cref="FileCondition"/> is what the build system asks for the whole file (null: not known); severities are
/// error, warning, info, debug, hint or fatal; lines are 1-based.
/// </summary>
public sealed record UserMessageChange(
    UserMessageChangeKind Change,
    string File,
    string? Function,
    string Call,
    string? Before,
    string? After,
    string? ConditionBefore,
    string? ConditionAfter,
    string? FileCondition,
    string? SeverityBefore,
    string? SeverityAfter,
    int? LineBefore,
    int? LineAfter)
{
    /// <summary>The call before, when it was another one; null when it was the same or there was none.</summary>
    public string? CallBefore { get; init; }

    /// <summary>The error class that the call stated before (ERROR_CLASS_DEVICE_NOT_FOUND), or null.</summary>
    public string? ErrorClassBefore { get; init; }

    /// <summary>The error class that the call states after, or null.</summary>
    public string? ErrorClassAfter { get; init; }

    /// <summary>True when programs that read the class see another one: what no call states is the generic class (QEMU's include/qapi/error.h).</summary>
    public bool HasOtherErrorClass => Before is not null && After is not null && IsOtherErrorClass(ErrorClassBefore, ErrorClassAfter) && GivesClass(CallBefore ?? Call) && GivesClass(Call);

    /// <summary>For a hint: the format of the error that it is attached to, or null.</summary>
    public string? AttachedTo { get; init; }

    /// <summary>For a prefix: the formats that it is put in front of, as far as the file shows them.</summary>
    public IReadOnlyList<string> PrefixOf { get; init; } = [];

    /// <summary>For a prefix of what a called function reports: that function, or null.</summary>
    public string? PrefixOfCall { get; init; }

    /// <summary>Formats that calls of the file put in front of it.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>Kind of edit to the code that prints the message, in terms of presence conditions.</summary>
    public EditClass Class { get; init; }

    internal static bool IsOtherErrorClass(string? before, string? after) => (before ?? Generic) != (after ?? Generic);

    /// <summary>Calls that print alone (error_report) give programs no class.</summary>
    private static bool GivesClass(string call) => call.StartsWith("error_set", StringComparison.Ordinal) || call == "qerror_report";

    private const string Generic = "ERROR_CLASS_GENERIC_ERROR";
}
