using System.CommandLine;
using PatchScribe.Analysis;
using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Language;
using PatchScribe.Behaviour.Runs;
using PatchScribe.Checks;
using PatchScribe.Configuration;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts;
using PatchScribe.Drafts.Delivery;
using PatchScribe.Drafts.LogText;
using PatchScribe.Git;
using PatchScribe.Rendering;
using PatchScribe.Review;
using PatchScribe.Templating;
using PatchScribe.Threads;

namespace PatchScribe.Cli.Drafting;

/// <summary>A draft and what it was made from: the mailed patch with its discussion, or the commit.</summary>
internal sealed record Drafted(CommitLogDraft Draft, Commit? Commit, MailedPatch? Patch, PatchSeries? Series, Discussion? Discussion, DiscussionReview? Review);

/// <summary>All drafts of a source, patches that were withdrawn, and what there is to say about the reading.</summary>
internal sealed record DraftSet(IReadOnlyList<Drafted> Drafts, IReadOnlyList<string> Withdrawn, ReadingCounts Counts, Func<string, string> NameOfMail);

/// <summary>Drafts what a SOURCE, or without one a commit, asks for.</summary>
internal sealed class DraftSource(ParseResult parse, DraftOptions options, GitRepository? repository)
{
    private readonly string? directory = parse.GetValue(options.Repo);
    private readonly RepositoryConfiguration configuration = ConfigurationSource.Read(parse.GetValue(options.Repo));
    private readonly IReadOnlyList<BehaviourModel> models = LoadModels(parse.GetValue(options.Repo));
    private readonly AnswerSource answers = AnswerSource.Read(parse, options);
    private readonly string revision = parse.GetValue(options.Revision) ?? "HEAD";

    private readonly Task<TemplateSet> templates = OwnThread.Run(() => ToolTemplates.Load(parse.GetValue(options.Repo), parse.GetValue(options.Template)));

    /// <summary>The templates in use; they are read on another core while the mail is.</summary>
    public TemplateSet Templates => templates.GetAwaiter().GetResult();

    /// <summary>Drafts, and keeps the answers that were given.</summary>
    public DraftSet Read(string? source)
    {
        var set = source is not null ? FromThread(source) : FromCommit();
        answers.Keep([.. set.Drafts.SelectMany(one => one.Draft.AnswerableIds)]);
        return set;
    }

    private DraftSet FromThread(string source)
    {
        var reading = MailSource.ReadDiscussion(source);
        var drafts = new List<Drafted>();
        var withdrawn = new List<string>();
        var name = MailSource.Names(reading);
        var messageId = parse.GetValue(options.MessageId)?.Trim('<', '>');
        foreach (var discussion in MailSource.Discussions(reading, messageId))
        {
            var review = ReviewReader.Read(discussion);
            var trees = repository is null ? null : SourceTrees.At(repository, revision);
            var plan = DraftPlanner.Plan(discussion, review, messageId);
            var builder = new DraftBuilder(Templates);
            var patches = plan.Patches.Select(patch => new Drafted(builder.Build(Request(discussion, review, patch, trees)), null, patch, plan.Series, discussion, review)).ToList();
            if (plan.Series is { } series && patches.Count > 1
                && new CoverDraftBuilder(new ChangeLogWriter(Templates)).Build(series, [.. patches.Select(one => one.Draft)], discussion, review) is { } cover)
            {
                drafts.Add(new Drafted(cover, null, null, series, discussion, review));
            }

            drafts.AddRange(patches);
            withdrawn.AddRange(plan.Withdrawn.Select(pair => $"{pair.Patch.Title}: withdrawn by its author: \"{Quotation.Short(pair.Words.Quote.Quote)}\" ({name(pair.Words.Quote.MessageId)}:{pair.Words.Quote.FirstLine})"));
        }

        MailSource.Report(reading);
        return drafts.Count > 0 || withdrawn.Count > 0
            ? new DraftSet(drafts, withdrawn, MailSource.Counts(reading), name)
            : throw new InputException($"{source} holds neither a patch nor a proposed log", "give the thread that a patch was sent in, or draft a commit with --repo and --commit");
    }

    private DraftSet FromCommit()
    {
        var git = repository ?? GitRepository.Open(".");
        var commit = git.ReadCommit(revision);
        var analysis = ConfigurationSource.Analyzer(directory, models).Analyze(commit.Subject, git.ReadChanges(commit), commit.Id, trees: SourceTrees.Of(git, commit));
        var draft = new DraftBuilder(Templates).Build(Shared(git, ProfileSource.Find(parse.GetValue(options.Profile) ?? configuration.Profile, git, commit.Id, []), commit.Id, analysis.Files) with
        {
            Commit = commit,
            Analysis = analysis,
            ModelChoices = analysis.Models,
            BehaviourAsked = true,
        });
        return new DraftSet([new Drafted(draft, commit, null, null, null, null)], [], new ReadingCounts(1, 0, [.. analysis.Diagnostics, .. git.Diagnostics]), id => id);
    }

    private DraftRequest Request(Discussion discussion, DiscussionReview review, MailedPatch? patch, SourceTrees? trees)
    {
        var addresses = discussion.Messages.SelectMany(message => message.To.Concat(message.Cc)).Select(address => address.Email);
        var files = patch is null ? [] : patch.Files.Select(file => repository?.Complete(file) ?? file).ToList();
        var analysis = files.Count == 0 ? null : ConfigurationSource.Analyzer(directory, models).Analyze(patch!.Title, files, messageId: patch.Message?.MessageId, trees: trees);
        var proposed = review.Proposals.LastOrDefault(proposal => proposal is { Kind: "commit-message", Scope: "this-change" })?.Text;
        return Shared(repository, ProfileSource.Find(parse.GetValue(options.Profile) ?? configuration.Profile, repository, revision, addresses), revision, files) with
        {
            Patch = patch,
            Discussion = discussion,
            Review = review,
            Analysis = analysis,
            ModelChoices = analysis is not null ? analysis.Models : ModelChooser.Assume(models, proposed ?? ""),
            BehaviourAsked = parse.GetValue(options.Runs) is not null || (analysis is not null && IsDemanded(analysis, patch!)),
            LinkAsked = parse.GetValue(options.Link),
        };
    }

    /// <summary>True when a check "behaviour documented" (PS01..) that the repository made an error misses what a model says of the change.</summary>
    private bool IsDemanded(ChangeAnalysis analysis, MailedPatch patch) =>
        configuration.Checks.Values.Contains(Severity.Error)
        && CommitChecker.Check(new CheckRequest { Message = $"{patch.Title}\n\n{patch.Log}", Notes = patch.Notes, Analysis = analysis, Configuration = configuration }).Findings
            .Any(finding => finding.Severity == Severity.Error && finding.Rule.StartsWith("PS01", StringComparison.Ordinal) && finding.Evidence.Any(one => one.Kind == "model"));

    private DraftRequest Shared(GitRepository? git, LogProfile profile, string tip, IReadOnlyList<Diffs.FileChange> files) => new()
    {
        Profile = profile,
        Prefer = parse.GetValue(options.Prefer) switch { "people" => PreferredSide.People, "model" => PreferredSide.Model, _ => PreferredSide.Neither },
        ModelSymbols = ModelSource.Symbols(models),
        FindCommit = git is null ? null : hash => Known(git.FindCommit(hash)),
        FindOrigins = git is null ? null : () => [.. OriginFinder.Find(directory ?? ".", git, tip, files).Select(commit => Known(commit)!)],
        PrefixHistory = git is null ? null : path => git.ReadSubjects(tip, SubjectPrefix.Commits, path),
        TreeHasWord = git is null ? null : word => git.HasWord(tip, word),
        FindMisspellings = SpellingSource.Load(),
        Answers = answers.All,
        Runs = RunsOf(parse.GetValue(options.Runs)),
    };

    private static IReadOnlyList<BehaviourModel> LoadModels(string? directory) =>
        ModelSource.Load(directory, ConfigurationSource.Read(directory).Models.Select(path => Path.Combine(directory ?? ".", path)));

    private static KnownCommit? Known(Commit? commit) => commit is null ? null : new KnownCommit(commit.Id, commit.Subject);

    private static IReadOnlyList<RunPair> RunsOf(string? path) => path is null ? [] : RunPairReader.Read(path);
}
