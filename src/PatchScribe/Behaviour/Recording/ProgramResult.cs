namespace PatchScribe.Behaviour.Recording;

/// <summary>
/// How a program ended: its two outputs as UTF-8 text, its exit status (128 and the signal's number when a signal ended it).
/// <see cref="TimedOut"/>: the time limit ended it, and the status says nothing. <see cref="Cut"/>: an output was longer than is kept.
/// </summary>
public sealed record ProgramResult(string Output, string Errors, int Exit, bool TimedOut, bool Cut);
