namespace PatchScribe.Diagnostics;

/// <summary>
/// What a statement rests on. <see cref="Kind"/>: mail, code, model, run, log or author. A mail has a Message-ID and
/// the 1-based line of its body (of the source file when it was pasted); code a file and a 1-based line; a model the
/// rule. <see cref="Quote"/> is the text found there, and a test proves that it contains what is claimed.
/// </summary>
public sealed record Evidence(string Kind, string Quote, string? MessageId = null, string? File = null, int? Line = null, string? Rule = null);
