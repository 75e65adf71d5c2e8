using PatchScribe.Analysis;
using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Claims;
using PatchScribe.Diagnostics;
using PatchScribe.Review;
using PatchScribe.Summaries.Versions;
using PatchScribe.Threads;

namespace PatchScribe.Summaries;

/// <summary>Who took part in a discussion and with how many mails; <see cref="Robot"/>: a program.</summary>
public sealed record Participant(string Name, string Email, int Messages, bool Robot = false);

/// <summary>
/// A commit named in the discussion, hash and title as written. <see cref="Resolved"/> is null when no repository was asked, false
/// when the repository has no such commit, several, or another title; <see cref="FullHash"/> and <see cref="FoundSubject"/> are the repository's.
/// </summary>
public sealed record ResolvedReference(string MessageId, string Hash, string? Subject, bool? Resolved, string? FullHash, string? FoundSubject)
{
    /// <summary>Several objects of the repository have ids that begin with the hash.</summary>
    public bool Ambiguous { get; init; }
}

/// <summary>Somebody whose turn it is, since when (UTC, null: not known), for what, and where that stands (null: in no one place).</summary>
public sealed record Waiting(string Name, DateTimeOffset? Since, string For, MailQuote? Source = null);

/// <summary>One thing that keeps a change from being taken, and the mail that says so (line 0: the mail as a whole); null when a model or the source itself does.</summary>
public sealed record Blocker(string Text, MailQuote? Source = null);

/// <summary>
/// Where a discussion stands: <see cref="State"/> in the words of docs/json.md (such as "log to change"), what blocks, each
/// with its source, and whose turn it is.
/// </summary>
public sealed record SummaryVerdict(string State, IReadOnlyList<Blocker> Blocks, IReadOnlyList<Waiting> WaitsFor);

/// <summary>
/// What the models say of the change: outcomes that differ, worst first, and claims of the discussion that a model refutes.
/// <see cref="Assumed"/>: there is no diff, before and after are a transition that the log names.
/// </summary>
public sealed record BehaviourSummary(IReadOnlyList<BehaviourChange> Changes, IReadOnlyList<ClaimResult> Refuted, bool Assumed)
{
    /// <summary>No model speaks for the change.</summary>
    public static BehaviourSummary None { get; } = new([], [], Assumed: false);
}

/// <summary>
/// One discussion as a maintainer reads it: the mails, what the review stage found, the analysis of each patch of the newest
/// series, what the models say, references resolved against the repository, and the verdict.
/// </summary>
public sealed record ThreadSummary(
    Discussion Discussion,
    DiscussionReview Review,
    IReadOnlyList<Participant> Participants,
    IReadOnlyList<ChangeAnalysis> Changes,
    BehaviourSummary Behaviour,
    IReadOnlyList<ResolvedReference> References,
    SummaryVerdict Verdict)
{
    /// <summary>Where each patch of the newest series stands.</summary>
    public IReadOnlyList<PatchStanding> Standings { get; init; } = [];

    /// <summary>Who has not answered whom.</summary>
    public IReadOnlyList<Unanswered> Unanswered { get; init; } = [];

    /// <summary>What changed from version to version.</summary>
    public IReadOnlyList<VersionChange> Versions { get; init; } = [];

    /// <summary>What was guessed or left out, in the discussion and between its versions.</summary>
    public IEnumerable<Diagnostic> Diagnostics => Discussion.Diagnostics.Concat(Versions.SelectMany(version => version.Diagnostics)).Distinct();

    /// <summary>The newest series of patches, or null.</summary>
    public PatchSeries? Newest => Discussion.Series.LastOrDefault(series => series.Kind == "patches");
}
