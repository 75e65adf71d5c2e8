namespace PatchScribe.Behaviour.Claims;

/// <summary>What a model says of a claim.</summary>
public enum ClaimVerdict
{
    /// <summary>Some environment that agrees with the claim's own condition gives it (for a pair: gives both halves).</summary>
    Confirmed,

    /// <summary>No environment that agrees with the claim's own condition gives it, in any version that the model knows.</summary>
    Refuted,

    /// <summary>The model does not know the command or the message.</summary>
    NotCovered,
}

/// <summary>
/// What the model says instead: in the environments of <see cref="When"/> the command prints <see cref="Before"/> before the change
/// and <see cref="After"/> after it (equal when nothing changes); both as a user sees them, with the program named as the log does.
/// </summary>
public sealed record ModelStatement(string When, string Command, Outcome Before, Outcome After, IReadOnlyList<string> Rules, IReadOnlyList<string> Versions)
{
    /// <summary>True when the change makes no difference.</summary>
    public bool IsSame => Before == After;
}

/// <summary>A quoted message that differs from the program's text in spaces, quote marks or the program's name.</summary>
public sealed record MessageCorrection(string From, string To, int FirstLine, int LastLine, string Because);

/// <summary>A sentence of the log that refers to a claim: 1-based lines and its text.</summary>
public sealed record ClaimReference(string Text, int FirstLine, int LastLine);

/// <summary>
/// A claim with the model's verdict. For a refuted one <see cref="ModelSays"/> holds what the model says instead and
/// <see cref="ModelText"/> the same as text for a log. <see cref="Evidence"/> is run when recorded runs back every rule asked,
/// source when some rule rests on reading the code (then the verdict is a question, no conflict). <see cref="Introductions"/> are
/// sentences just before the claim that announce it, <see cref="References"/> later sentences that refer back to it: both belong to a
/// replaced block. <see cref="Environments"/> says in words where a confirmed claim holds.
/// </summary>
public sealed record ClaimResult(
    Claim Claim,
    ClaimVerdict Verdict,
    string Model,
    bool Assumed,
    string? Environments,
    IReadOnlyList<ModelStatement> ModelSays,
    string ModelText,
    IReadOnlyList<string> Rules,
    IReadOnlyList<string> Versions,
    string Evidence,
    IReadOnlyList<ClaimReference> Introductions,
    IReadOnlyList<ClaimReference> References,
    IReadOnlyList<MessageCorrection> Corrections);
