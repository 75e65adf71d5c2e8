using System.CommandLine;
using PatchScribe.Analysis;
using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts;
using PatchScribe.Drafts.LogText;
using PatchScribe.Git;
using PatchScribe.Rendering;
using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe draft</c>: the revised commit log.</summary>
internal static class DraftCommand
{
    private static readonly Argument<string?> Source = new("SOURCE") { Description = "review thread; without it the log of a commit is drafted from code and models", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Repo = Options.Repo();
    private static readonly Option<string?> Revision = new("--commit") { Description = "commit to draft for (default: HEAD without SOURCE)", HelpName = "REV" };
    private static readonly Option<string?> MessageId = new("--message-id") { Description = "only this patch or this discussion" };
    private static readonly Option<string?> Profile = Options.Profile();
    private static readonly Option<string?> Template = new("--template") { Description = "template of the whole log", HelpName = "FILE" };
    private static readonly Option<string?> Prefer = new("--prefer") { Description = "side that is written where the model refutes a claim" };
    private static readonly Option<string[]> Answer = new("--answer") { Description = "answer to an open point", HelpName = "ID=TEXT" };
    private static readonly Option<string[]> Dismiss = new("--dismiss") { Description = "close an open point", HelpName = "ID=REASON" };
    private static readonly Option<string> Format = Options.Format("text", "json");
    private static readonly Option<bool> Explain = new("--explain") { Description = "show the source of every paragraph" };
    private static readonly Option<bool> Diff = new("--diff") { Description = "show the change from the present log" };

    public static Command Create()
    {
        if (Prefer.Validators.Count == 0)
        {
            Prefer.AcceptOnlyFromAmong("people", "model");
        }

        var command = new Command("draft", "Write the commit log that the thread asked for, with a source for every sentence.")
        {
            Source, Repo, Revision, MessageId, Profile, Template, Prefer, Answer, Dismiss, Format, Explain, Diff,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var repo = parse.GetValue(Repo);
        using var repository = repo is null ? null : GitRepository.Open(repo);
        var builder = new DraftBuilder(ToolTemplates.Load(repo, parse.GetValue(Template)));
        var models = ModelSource.Load(repo, []);
        return parse.GetValue(Source) is { } source
            ? FromThread(parse, source, repository, builder, models)
            : FromCommit(parse, repository ?? GitRepository.Open("."), builder, models);
    }

    private static int FromThread(ParseResult parse, string source, GitRepository? repository, DraftBuilder builder, IReadOnlyList<BehaviourModel> models)
    {
        var reading = MailSource.Read(source);
        var drafts = new List<CommitLogDraft>();
        foreach (var discussion in MailSource.Discussions(reading, parse.GetValue(MessageId)))
        {
            var review = ReviewReader.Read(discussion);
            foreach (var patch in DraftPlanner.Plan(discussion, review, parse.GetValue(MessageId)?.Trim('<', '>')))
            {
                drafts.Add(builder.Build(Request(parse, discussion, review, patch, repository, models)));
            }
        }

        if (drafts.Count == 0)
        {
            throw new InputException($"{source} holds neither a patch nor a proposed log", "give the thread that a patch was sent in, or draft a commit with --repo and --commit");
        }

        return Print(parse, drafts, MailSource.Counts(reading), MailSource.Names(reading), () => MailSource.Report(reading));
    }

    private static int FromCommit(ParseResult parse, GitRepository repository, DraftBuilder builder, IReadOnlyList<BehaviourModel> models)
    {
        var commit = repository.ReadCommit(parse.GetValue(Revision) ?? "HEAD");
        var analysis = new ChangeAnalyzer(models).Analyze(commit.Subject, repository.ReadChanges(commit), commit.Id);
        var draft = builder.Build(Shared(parse, repository, models, ProfileSource.Find(parse.GetValue(Profile), repository, commit.Id, []), commit.Id) with
        {
            Commit = commit,
            Analysis = analysis,
            ModelChoices = analysis.Models,
            BehaviourAsked = true,
        });
        return Print(parse, [draft], new ReadingCounts(1, 0, [.. analysis.Diagnostics, .. repository.Diagnostics]), id => id, () => { });
    }

    private static DraftRequest Request(ParseResult parse, Discussion discussion, DiscussionReview review, MailedPatch? patch, GitRepository? repository, IReadOnlyList<BehaviourModel> models)
    {
        var revision = parse.GetValue(Revision) ?? "HEAD";
        var addresses = discussion.Messages.SelectMany(message => message.To.Concat(message.Cc)).Select(address => address.Email);
        var files = patch is null ? [] : patch.Files.Select(file => repository?.Complete(file) ?? file).ToList();
        var analysis = files.Count == 0 ? null : new ChangeAnalyzer(models).Analyze(patch!.Title, files, messageId: patch.Message?.MessageId);
        var proposed = review.Proposals.LastOrDefault(proposal => proposal is { Kind: "commit-message", Scope: "this-change" })?.Text;
        return Shared(parse, repository, models, ProfileSource.Find(parse.GetValue(Profile), repository, revision, addresses), revision) with
        {
            Patch = patch,
            Discussion = discussion,
            Review = review,
            Analysis = analysis,
            ModelChoices = analysis is not null ? analysis.Models : ModelChooser.Assume(models, proposed ?? ""),
        };
    }

    private static DraftRequest Shared(ParseResult parse, GitRepository? repository, IReadOnlyList<BehaviourModel> models, LogProfile profile, string revision) => new()
    {
        Profile = profile,
        Prefer = parse.GetValue(Prefer) switch { "people" => PreferredSide.People, "model" => PreferredSide.Model, _ => PreferredSide.Neither },
        ModelSymbols = ModelSource.Symbols(models),
        FindCommit = repository is null ? null : hash => repository.FindCommit(hash) is { } commit ? new KnownCommit(commit.Id, commit.Subject) : null,
        TreeHasWord = repository is null ? null : word => repository.HasWord(revision, word),
        Answers = [.. Answers(parse.GetValue(Answer), dismissed: false), .. Answers(parse.GetValue(Dismiss), dismissed: true)],
    };

    private static IEnumerable<DraftAnswer> Answers(string[]? given, bool dismissed)
    {
        foreach (var text in given ?? [])
        {
            var sign = text.IndexOf('=', StringComparison.Ordinal);
            yield return sign > 0
                ? new DraftAnswer(text[..sign], text[(sign + 1)..], dismissed)
                : throw new InputException($"'{text}' answers nothing", "write ID=TEXT; the ids stand in the list of what is not settled");
        }
    }

    private static int Print(ParseResult parse, List<CommitLogDraft> drafts, ReadingCounts counts, Func<string, string> nameOfMail, Action report)
    {
        if (parse.GetValue(Format) == "json")
        {
            Console.Out.Write(DraftJsonWriter.Write(drafts, counts));
        }
        else
        {
            // Of a series only the logs that change are printed.
            var shown = drafts.Count == 1 ? drafts : [.. drafts.Where(draft => draft.Text != draft.PresentText)];
            foreach (var draft in shown)
            {
                Console.Out.Write(drafts.Count > 1 ? $"=== {TerminalText.Escape(draft.Subject)}\n" : "");
                Console.Out.Write(parse.GetValue(Explain) ? DraftTextRenderer.Explain(draft, nameOfMail) : parse.GetValue(Diff) ? DraftTextRenderer.Diff(draft) : DraftTextRenderer.Render(draft));
                Console.Out.Write(drafts.Count > 1 ? "\n" : "");
            }

            Console.Out.Flush();
            report();
            if (drafts.Count > 1)
            {
                Console.Error.WriteLine($"patchscribe: {shown.Count} of {drafts.Count} logs change");
            }

            foreach (var draft in shown)
            {
                Console.Error.Write((drafts.Count > 1 ? $"=== {TerminalText.Escape(draft.Subject)}\n" : "") + DraftTextRenderer.Unsettled(draft, nameOfMail));
            }
        }

        return drafts.Exists(draft => draft.Unsettled) ? 1 : 0;
    }
}
