using PatchScribe.UserMessages;

namespace PatchScribe.Interfaces;

/// <summary>
/// One thing that a user can name (a device property, object type, option, command, QAPI member) that appears,
/// vanishes or changes its condition. <see cref="Kind"/> is property, object-type, option, command, qapi or other.
/// </summary>
public sealed record InterfaceChange(
    string Kind,
    string Name,
    string File,
    UserMessageChangeKind Change,
    string? ConditionBefore,
    string? ConditionAfter,
    int? LineBefore,
    int? LineAfter);
