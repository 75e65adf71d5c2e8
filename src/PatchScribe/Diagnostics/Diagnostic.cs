namespace PatchScribe.Diagnostics;

/// <summary>How much a diagnostic or a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing has to be done.</summary>
    Note,

    /// <summary>Something was skipped, guessed or limited.</summary>
    Warning,

    /// <summary>Something asked for could not be done.</summary>
    Error,
}

/// <summary>
/// One thing that a stage wants to say about its input: an id of <see cref="DiagnosticIds"/>, a sentence, and the
/// place (a path or a Message-ID, and a 1-based line) if there is one. Unreadable input becomes one of these, never
/// an exception.
/// </summary>
public sealed record Diagnostic(string Id, Severity Severity, string Message, string? Source = null, int? Line = null);
