using PatchScribe.Analysis;
using PatchScribe.Behaviour;
using PatchScribe.Drafts;
using PatchScribe.Drafts.LogText;
using PatchScribe.Mail;
using PatchScribe.Review;
using PatchScribe.Templating;
using PatchScribe.Threads;

namespace PatchScribe.Tests.Drafts;

/// <summary>A draft of a discussion in a file, with what it was made from.</summary>
internal sealed record DraftedDiscussion(CommitLogDraft Draft, MailedPatch? Patch, ChangeAnalysis? Analysis, Discussion Discussion, DiscussionReview Review)
{
    /// <summary>Threads of the samples and, where it is, of the labelled corpus beside the checkout (PATCHSCRIBE_SHARED).</summary>
    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        var shared = Environment.GetEnvironmentVariable("PATCHSCRIBE_SHARED") ?? RepositoryRoot.PathOf("..", "shared");
        var corpus = Path.Combine(shared, "corpus", "threads");
        foreach (var file in Directory.EnumerateFiles(RepositoryRoot.PathOf("samples"), "*.mbox", SearchOption.AllDirectories)
            .Concat(Directory.Exists(corpus) ? Directory.EnumerateFiles(corpus, "*.mbox").Where(file => !file.Contains(".next.", StringComparison.Ordinal)) : [])
            .Concat(Directory.Exists(Path.Combine(shared, "seed")) ? Directory.EnumerateFiles(Path.Combine(shared, "seed"), "*.txt") : []).Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetRelativePath(RepositoryRoot.PathOf(), file));
        }

        return data;
    }

    public static IEnumerable<DraftedDiscussion> Read(string file)
    {
        var builder = new DraftBuilder(TemplateSet.Load([RepositoryRoot.PathOf("templates")]));
        var models = BehaviourModels.List();
        foreach (var discussion in DiscussionBuilder.Build(MailReader.ReadAll(RepositoryRoot.PathOf(file)).Messages))
        {
            var review = ReviewReader.Read(discussion);
            foreach (var patch in DraftPlanner.Plan(discussion, review).Patches)
            {
                var analysis = patch is null || patch.Files.Count == 0 ? null : new ChangeAnalyzer(models).Analyze(patch.Title, patch.Files, messageId: patch.Message?.MessageId);
                var proposed = review.Proposals.LastOrDefault(proposal => proposal is { Kind: "commit-message", Scope: "this-change" })?.Text ?? "";
                var draft = builder.Build(new DraftRequest
                {
                    Patch = patch,
                    Discussion = discussion,
                    Review = review,
                    Analysis = analysis,
                    ModelChoices = analysis?.Models ?? ModelChooser.Assume(models, proposed),
                    Profile = LogProfile.Named("linux"),
                });
                yield return new DraftedDiscussion(draft, patch, analysis, discussion, review);
            }
        }
    }
}
