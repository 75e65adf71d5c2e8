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
    int? LineAfter);
