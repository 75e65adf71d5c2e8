using PatchScribe.Diagnostics;
using PatchScribe.Diffs.Words;
using PatchScribe.Threads;

namespace PatchScribe.Summaries.Versions;

/// <summary>
/// What became of one patch: unchanged (equal patch-id and log), log-changed, changed, added or removed. <see cref="Log"/> holds
/// the word diff of title and log when they differ; <see cref="Code"/> the diff of the two diffs when they do.
/// </summary>
public sealed record PatchChange(string State, MailedPatch? Old, MailedPatch? New, bool Reordered, IReadOnlyList<TextPiece> Log, string Code);

/// <summary>
/// What changed from one version of a series to the next: the author's own changelog (text below <c>---</c> and in the cover
/// letter about versions), each patch, and a range-diff with the way it was made.
/// </summary>
public sealed record VersionChange(PatchSeries From, PatchSeries To, string Changelog, IReadOnlyList<PatchChange> Patches, string RangeDiff, string RangeDiffBy)
{
    /// <summary>What was too long or too many to be compared.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>How many patches are in a state.</summary>
    public int Count(string state) => Patches.Count(patch => patch.State == state);
}
