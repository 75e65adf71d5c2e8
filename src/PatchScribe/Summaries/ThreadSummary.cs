using PatchScribe.Analysis;
using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Summaries;

/// <summary>Who took part in a discussion and with how many mails.</summary>
public sealed record Participant(string Name, string Email, int Messages);

/// <summary>A commit named in the discussion: <see cref="Resolved"/> is null when no repository was asked.</summary>
public sealed record ResolvedReference(string MessageId, string Hash, string? Subject, bool? Resolved, string? FullHash);

/// <summary>
/// One discussion as a maintainer reads it: the mails, what the review stage found, the analysis of each patch of the newest
/// series, and references resolved against the repository.
/// </summary>
public sealed record ThreadSummary(
    Discussion Discussion,
    DiscussionReview Review,
    IReadOnlyList<Participant> Participants,
    IReadOnlyList<ChangeAnalysis> Changes,
    IReadOnlyList<ResolvedReference> References);
