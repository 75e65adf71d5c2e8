namespace PatchScribe.Behaviour.Runs;

/// <summary>
/// One run of a real program: the environment as variables of the model, the command line, what it wrote to standard
/// error byte for byte, its exit status (128 and the signal's number when a signal ended it), and lines of standard
/// output worth comparing, or null when they were not kept.
/// </summary>
public sealed record RecordedRun(
    int? Number,
    IReadOnlyDictionary<string, string> Set,
    IReadOnlyList<string> Arguments,
    string Stderr,
    int Exit,
    IReadOnlyList<string>? Output)
{
    /// <summary>The time limit ended the program; the exit status says nothing.</summary>
    public bool TimedOut { get; init; }

    /// <summary>An output was longer than is kept.</summary>
    public bool Cut { get; init; }
}
