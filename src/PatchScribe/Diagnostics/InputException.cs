namespace PatchScribe.Diagnostics;

/// <summary>
/// A user's mistake (a missing file, an unknown revision, an unreadable model): <see cref="Exception.Message"/> says
/// what and where, <see cref="Help"/> what to do. Caught once, in Program; exit status 2.
/// </summary>
public sealed class InputException : Exception
{
    /// <summary>Creates the exception from what went wrong and what would mend it.</summary>
    public InputException(string message, string help, Exception? inner = null)
        : base(message, inner) => Help = help;

    /// <summary>What the user can do about it, one sentence.</summary>
    public string Help { get; }
}
