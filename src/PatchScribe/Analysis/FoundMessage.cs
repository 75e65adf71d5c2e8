using PatchScribe.UserMessages;

namespace PatchScribe.Analysis;

/// <summary>
/// A call that printed a text, or part of it. <see cref="Role"/> is message, prefix (what it prints stands before the message) or
/// hint; <see cref="Exact"/> is false when parts of the text were left out; <see cref="Values"/> stand where its conversions do.
/// </summary>
public sealed record FoundMessage(string Role, UserMessage Message, string? FileCondition, IReadOnlyList<string> Values, bool Exact);
