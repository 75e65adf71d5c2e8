using PatchScribe.Analysis;
using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Runs;
using PatchScribe.Drafts.LogText;
using PatchScribe.Git;
using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Drafts;

/// <summary>Whose side is written where the model refutes a claim; <see cref="Neither"/> leaves a conflict block.</summary>
public enum PreferredSide
{
    /// <summary>Both sides, between conflict marks.</summary>
    Neither,

    /// <summary>What the people wrote.</summary>
    People,

    /// <summary>What the model says.</summary>
    Model,
}

/// <summary>A commit that a log may name: full id and subject line.</summary>
public sealed record KnownCommit(string Id, string Subject);

/// <summary>What the author said to an open point: a text for the log, or (<see cref="Dismissed"/>) why it stays out.</summary>
public sealed record DraftAnswer(string Id, string Text, bool Dismissed);

/// <summary>
/// Everything that one draft is made of. Either <see cref="Patch"/> or <see cref="Commit"/> carries the present log;
/// with neither, the thread's proposal alone is the log. What is null was not looked at.
/// </summary>
public sealed record DraftRequest
{
    /// <summary>The patch as mailed, newest version, or null.</summary>
    public MailedPatch? Patch { get; init; }

    /// <summary>The commit, when the log is one of a repository.</summary>
    public Commit? Commit { get; init; }

    /// <summary>The discussion that the patch stands in, or null.</summary>
    public Discussion? Discussion { get; init; }

    /// <summary>What the discussion says, or null.</summary>
    public DiscussionReview? Review { get; init; }

    /// <summary>What the change does, or null without a diff.</summary>
    public ChangeAnalysis? Analysis { get; init; }

    /// <summary>Form of the log.</summary>
    public required LogProfile Profile { get; init; }

    /// <summary>Which side of a conflict is written.</summary>
    public PreferredSide Prefer { get; init; }

    /// <summary>Configuration symbols that behaviour models know, with the model's name.</summary>
    public IReadOnlyDictionary<string, string> ModelSymbols { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The models that speak for the change, with the facts before and after.</summary>
    public IReadOnlyList<ModelChoice> ModelChoices { get; init; } = [];

    /// <summary>Variables of the models' environment whose value is known, such as the program's version.</summary>
    public IReadOnlyDictionary<string, string>? KnownValues { get; init; }

    /// <summary>Finds a commit by an abbreviated id; null when there is no repository, its result null when there is no such commit.</summary>
    public Func<string, KnownCommit?>? FindCommit { get; init; }

    /// <summary>Finds the commits that brought the lines that the change removes, the one with most lines first; null without a repository.</summary>
    public Func<IReadOnlyList<KnownCommit>>? FindOrigins { get; init; }

    /// <summary>Subjects of the newest commits of a directory; null without a repository.</summary>
    public Func<string, IReadOnlyList<string>>? PrefixHistory { get; init; }

    /// <summary>Of some words (lower case) the misspelt ones and what they should be; null without a dictionary.</summary>
    public Func<IReadOnlySet<string>, IReadOnlyDictionary<string, string>>? FindMisspellings { get; init; }

    /// <summary>Commands that were run on the program before and after the change.</summary>
    public IReadOnlyList<RunPair> Runs { get; init; } = [];

    /// <summary>Tells whether a word stands anywhere in the tree; null without a repository.</summary>
    public Func<string, bool>? TreeHasWord { get; init; }

    /// <summary>What the author answered to open points, by id.</summary>
    public IReadOnlyList<DraftAnswer> Answers { get; init; } = [];

    /// <summary>True when the before/after block was asked for (a draft without a thread).</summary>
    public bool BehaviourAsked { get; init; }

    /// <summary>True when a trailer with the mail that the patch came in was asked for.</summary>
    public bool LinkAsked { get; init; }

    /// <summary>Message-ID of the patch, or null.</summary>
    public string? PatchMessageId => Patch?.Message?.MessageId;
}
