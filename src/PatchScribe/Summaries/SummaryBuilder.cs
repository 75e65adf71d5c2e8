using PatchScribe.Analysis;
using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Claims;
using PatchScribe.Behaviour.Comparison;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;
using PatchScribe.Git;
using PatchScribe.Review;
using PatchScribe.Summaries.Versions;
using PatchScribe.Threads;

namespace PatchScribe.Summaries;

/// <summary>
/// Joins what a discussion says with what its newest patches do. In: a discussion, the models in use, a repository or null;
/// out: the summary. Nothing is fetched; a commit that the repository does not know is a reference that does not resolve.
/// </summary>
public sealed class SummaryBuilder(IReadOnlyList<BehaviourModel> models, GitRepository? repository)
{
    private readonly ChangeAnalyzer analyzer = new(models);

    /// <summary>The summary of one discussion.</summary>
    public ThreadSummary Build(Discussion discussion)
    {
        ArgumentNullException.ThrowIfNull(discussion);
        var review = ReviewReader.Read(discussion);
        var patches = discussion.Series.LastOrDefault(series => series.Kind == "patches")?.Patches ?? [];
        var trees = repository is null ? null : SourceTrees.At(repository, "HEAD");
        var changes = patches.Where(patch => patch.Files.Count > 0).Select(patch => Analyze(patch, trees)).ToList();
        var behaviour = Behaviour(review, patches, changes);
        return new ThreadSummary(discussion, review, Participants(discussion), changes, behaviour, References(review),
            VerdictFinder.Find(discussion, review, behaviour))
        {
            Standings = discussion.Series.LastOrDefault(series => series.Kind == "patches") is { } newest ? PatchStandings.Of(newest, discussion) : [],
            Unanswered = UnansweredFinder.Find(discussion),
            Versions = VersionComparer.CompareAll(discussion, repository),
        };
    }

    private ChangeAnalysis Analyze(MailedPatch patch, SourceTrees? trees)
    {
        var files = patch.Files.Select(file => repository?.Complete(file) ?? file).ToList<FileChange>();
        return analyzer.Analyze(patch.Title, files, messageId: patch.Message?.MessageId, trees: trees);
    }

    private BehaviourSummary Behaviour(DiscussionReview review, IReadOnlyList<MailedPatch> patches, List<ChangeAnalysis> changes)
    {
        var proposed = review.Proposals.LastOrDefault(proposal => proposal is { Kind: "commit-message", Scope: "this-change", Status: not ("superseded" or "rejected") })?.Text;
        if (changes.Count > 0)
        {
            var logs = patches.Select(patch => patch.Log).Append(proposed ?? "").ToList();
            var refuted = changes.SelectMany(change => change.Models).DistinctBy(choice => choice.Model.Name, StringComparer.Ordinal)
                .SelectMany(choice => logs.SelectMany(log => Refuted(choice, log)));
            return new BehaviourSummary([.. changes.SelectMany(change => change.Behaviour)], [.. refuted], Assumed: false);
        }

        var assumed = proposed is null ? [] : ModelChooser.Assume(models, proposed).Where(choice => choice.Changes).ToList();
        return assumed.Count == 0
            ? BehaviourSummary.None
            : new BehaviourSummary([.. assumed.SelectMany(choice => ModelComparer.Compare(choice.Model, choice.Before, choice.After))],
                [.. assumed.SelectMany(choice => Refuted(choice, proposed!))], Assumed: true);
    }

    private static IEnumerable<ClaimResult> Refuted(ModelChoice choice, string log) =>
        ClaimChecker.Check(choice, log).Where(result => result.Verdict == ClaimVerdict.Refuted);

    private static List<Participant> Participants(Discussion discussion)
    {
        var byRobots = discussion.RobotMails();
        return
        [
            .. discussion.Messages.GroupBy(message => message.Author.Email.Length > 0 ? message.Author.Email : message.Author.Name, StringComparer.OrdinalIgnoreCase)
                .Select(mails => new Participant(mails.First().Author.Name, mails.First().Author.Email, mails.Count(), mails.All(mail => byRobots.Contains(mail.MessageId)))),
        ];
    }

    private List<ResolvedReference> References(DiscussionReview review) =>
    [
        .. review.CommitReferences.Select(reference =>
        {
            var found = repository?.FindCommit(reference.Hash);
            bool? resolved = repository is null ? null : found is not null && (reference.Subject is null || SameTitle(reference.Subject, found.Subject));
            return new ResolvedReference(reference.MessageId, reference.Hash, reference.Subject, resolved, found?.Id, found?.Subject) { Ambiguous = resolved == false && found is null && repository!.IsAmbiguous(reference.Hash) };
        }),
    ];

    private static bool SameTitle(string written, string subject) =>
        string.Equals(Quotation.OneLine(written), Quotation.OneLine(subject), StringComparison.OrdinalIgnoreCase);
}
