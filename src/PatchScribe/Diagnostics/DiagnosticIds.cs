namespace PatchScribe.Diagnostics;

/// <summary>
/// The registry of diagnostic ids: <c>PS</c>, a letter for the stage, three digits; never reused. Each stage keeps
/// its own part of this class in <c>DiagnosticIds.Stage.cs</c>. Letters: M mail, T threads, R review, D diffs, G git,
/// C conditionals, U user messages, I interfaces, B behaviour, K checks, F drafts, S summaries, V archive, X templating. Check rules have ids of their
/// own, <c>PS</c> and four digits.
/// </summary>
public static partial class DiagnosticIds
{
}
