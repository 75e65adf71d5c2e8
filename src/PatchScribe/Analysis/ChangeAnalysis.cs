using PatchScribe.Behaviour;
using PatchScribe.Conditionals;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;
using PatchScribe.Interfaces;
using PatchScribe.UserMessages;

namespace PatchScribe.Analysis;

/// <summary>
/// Everything that one change (a commit, or the diff of a mailed patch) does to conditions, messages, interfaces and
/// to what the user sees. <see cref="Commit"/> is a full id or null, <see cref="MessageId"/> the patch mail or null.
/// </summary>
public sealed record ChangeAnalysis
{
    /// <summary>Full commit id, or null.</summary>
    public string? Commit { get; init; }

    /// <summary>Message-ID of the patch mail, or null.</summary>
    public string? MessageId { get; init; }

    /// <summary>Subject as committed or mailed, without brackets.</summary>
    public required string Subject { get; init; }

    /// <summary>The change itself.</summary>
    public required IReadOnlyList<FileChange> Files { get; init; }

    /// <summary>Conditions removed, added, changed.</summary>
    public required IReadOnlyList<ConditionalChange> Conditionals { get; init; }

    /// <summary>Messages removed, added, changed.</summary>
    public required IReadOnlyList<UserMessageChange> Messages { get; init; }

    /// <summary>Interfaces that appear, vanish or change their condition.</summary>
    public required IReadOnlyList<InterfaceChange> Interfaces { get; init; }

    /// <summary>Outcomes that differ, worst first; empty when no model speaks for the change.</summary>
    public required IReadOnlyList<BehaviourChange> Behaviour { get; init; }

    /// <summary>The models that speak for the change, with the facts of the code before and after.</summary>
    public IReadOnlyList<ModelChoice> Models { get; init; } = [];

    /// <summary>What could not be known, and why.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
