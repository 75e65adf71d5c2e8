namespace PatchScribe.Diffs.Words;

/// <summary>A piece of a text, with the white space before it; <see cref="Kind"/>: equal, removed or added.</summary>
public sealed record TextPiece(string Kind, string Text);
