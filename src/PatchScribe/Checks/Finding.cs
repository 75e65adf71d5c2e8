using PatchScribe.Diagnostics;

namespace PatchScribe.Checks;

/// <summary>
/// What one rule found in one commit log: the rule's id and name, a sentence, and what would satisfy it
/// (<see cref="Help"/>). <see cref="File"/> and <see cref="Line"/> point into the change,
/// <see cref="MessageLine"/> is the 1-based line of the log (subject is 1).
/// </summary>
public sealed record Finding(
    string Rule,
    string Name,
    Severity Severity,
    string Message,
    string Help,
    string? File,
    int? Line,
    int? MessageLine,
    IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The words of the log that are meant, as they stand in line <see cref="MessageLine"/>, or null.</summary>
    public string? Words { get; init; }
}

/// <summary>Findings of one commit, worst first; <see cref="Documented"/> is yes, partly, no or not-applicable.</summary>
public sealed record CommitFindings(string? Commit, string Subject, string Documented, IReadOnlyList<Finding> Findings)
{
    /// <summary>The log that was checked, so that a renderer can show the words meant.</summary>
    public string Log { get; init; } = "";

    /// <summary>What of the log was not checked.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
