namespace PatchScribe.Git.Words;

/// <summary>One file of a tree: its path from the top, and the full id of its blob.</summary>
public sealed record TreeFile(string Path, string Blob);
