namespace PatchScribe.Behaviour.Evaluation;

/// <summary>How a run ends; the order is from best to worst.</summary>
public enum OutcomeKind
{
    /// <summary>The command does what was asked.</summary>
    Succeeds,

    /// <summary>The command prints an error and exits.</summary>
    Fails,

    /// <summary>The command ends by a signal.</summary>
    Crashes,

    /// <summary>The model does not say.</summary>
    Unknown,
}

/// <summary>
/// What a model predicts: <see cref="Stderr"/> byte for byte (<c>%d</c> stands for a number that cannot be foretold;
/// for <see cref="OutcomeKind.Unknown"/> it is the reason), the exit status, the known lines of standard output or null,
/// the rules that led there, and run or source as the weakest evidence among them.
/// </summary>
public sealed record PredictedOutcome(
    OutcomeKind Kind,
    string Stderr,
    int Exit,
    string? Prints,
    IReadOnlyList<string> Rules,
    string Evidence)
{
    /// <summary>True when a user sees the same: kind, standard error and the known lines of standard output.</summary>
    public bool LooksLike(PredictedOutcome other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Kind == other.Kind && Exit == other.Exit
            && string.Equals(Stderr, other.Stderr, StringComparison.Ordinal)
            && string.Equals(Prints, other.Prints, StringComparison.Ordinal);
    }

    /// <summary>The outcome as analyses and drafts show it.</summary>
    public Outcome ToOutcome() => new(
        Kind switch
        {
            OutcomeKind.Succeeds => "succeeds",
            OutcomeKind.Fails => "fails",
            OutcomeKind.Crashes => "crashes",
            _ => "unknown",
        },
        Stderr.Length == 0 ? null : Stderr.TrimEnd('\n'))
    {
        Prints = Prints,
    };
}
