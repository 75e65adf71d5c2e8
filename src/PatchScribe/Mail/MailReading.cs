using PatchScribe.Diagnostics;

namespace PatchScribe.Mail;

/// <summary>
/// The result of reading one source: messages in source order, how many were read and skipped, and why.
/// </summary>
public sealed record MailReading(
    IReadOnlyList<MailMessage> Messages,
    int Read,
    int Skipped,
    IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>One step of reading a source: a message, or why something of the source was left out.</summary>
public sealed record MailItem(MailMessage? Message, Diagnostic? Skipped);
