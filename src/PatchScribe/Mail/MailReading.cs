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
