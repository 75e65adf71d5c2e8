using PatchScribe.Analysis;
using PatchScribe.Behaviour.Runs;
using PatchScribe.Configuration;
using PatchScribe.Git;
using PatchScribe.Git.Words;
using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Checks;

/// <summary>
/// What one log is checked against: its change, and what else is at hand. What is null was not looked at, and rules that
/// need it say nothing.
/// </summary>
public sealed record CheckRequest
{
    /// <summary>The whole log: subject, blank line, body, trailers; LF line ends.</summary>
    public required string Message { get; init; }

    /// <summary>What the change does.</summary>
    public required ChangeAnalysis Analysis { get; init; }

    /// <summary>The repository that the change belongs to, or null.</summary>
    public GitRepository? Repository { get; init; }

    /// <summary>The words of the repository's trees, or null: then git looks for each name.</summary>
    public TreeWords? Words { get; init; }

    /// <summary>Revision in whose tree names are looked up: the commit, else HEAD.</summary>
    public string Revision { get; init; } = "HEAD";

    /// <summary>The discussion of the patch, or null.</summary>
    public Discussion? Discussion { get; init; }

    /// <summary>Message-ID of the mail that brought the change itself, or null: what was written after it, its log could not meet.</summary>
    public string? MessageId { get; init; }

    /// <summary>What that discussion says, or null.</summary>
    public DiscussionReview? Review { get; init; }

    /// <summary>The newest patch of the discussion that the log is the next version of, or null.</summary>
    public MailedPatch? Patch { get; init; }

    /// <summary>Fewest characters of a commit id that the project accepts: 12 in Linux (Documentation/process/submitting-patches.rst), 10 elsewhere.</summary>
    public int MinHashLength { get; init; } = 10;

    /// <summary>The other patches of the series.</summary>
    public SeriesContext Series { get; init; } = SeriesContext.None;

    /// <summary>Severities and accepted exceptions of the repository.</summary>
    public RepositoryConfiguration Configuration { get; init; } = RepositoryConfiguration.Empty;

    /// <summary>What stands below <c>---</c> of a mailed patch, where a line may silence a rule.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Names that behaviour models know (CONFIG_ symbols), with the model.</summary>
    public IReadOnlyDictionary<string, string> ModelSymbols { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Commands that were run on the program before and after the change.</summary>
    public IReadOnlyList<RunPair> Runs { get; init; } = [];
}
