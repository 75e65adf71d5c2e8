using PatchScribe.Behaviour.Commands;

namespace PatchScribe.Behaviour.Claims;

/// <summary>What kind of thing a log claims.</summary>
public enum ClaimKind
{
    /// <summary>A command prints a message, before or after the change.</summary>
    Prints,

    /// <summary>A message could already be met before the change.</summary>
    AlreadyPossible,
}

/// <summary>Which side of the change a claim is about.</summary>
public enum ClaimSide
{
    /// <summary>Before the change.</summary>
    Before,

    /// <summary>After it.</summary>
    After,

    /// <summary>Before and after alike.</summary>
    Both,
}

/// <summary>
/// One claim of a log. <see cref="FirstLine"/> and <see cref="LastLine"/> (1-based, in the log text given) hold the sentence that
/// introduces it and the block; <see cref="Command"/> is the command line as written or taken over from the other half of the
/// pair (null: no command is named); <see cref="Message"/> the quoted message in one line; <see cref="Condition"/> the words that
/// say when. <see cref="Pair"/> numbers the two halves of a before/after pair alike, from 1; 0 stands alone.
/// </summary>
public sealed record Claim(
    ClaimKind Kind,
    ClaimSide Side,
    CommandLine? Command,
    string Message,
    string Condition,
    int Pair,
    int FirstLine,
    int LastLine)
{
    /// <summary>The lines of the message exactly as they stand in the log, joined with line breaks.</summary>
    public string QuotedText { get; init; } = "";
}
