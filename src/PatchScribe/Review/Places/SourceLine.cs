namespace PatchScribe.Review.Places;

/// <summary>A line of some mail's body, 1-based: where a quoted line comes from.</summary>
internal readonly record struct SourceLine(string MessageId, int Line);
