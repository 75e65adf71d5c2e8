using System.CommandLine;
using PatchScribe.Behaviour.Runs;
using PatchScribe.Checks;
using PatchScribe.Diagnostics;
using PatchScribe.Git;
using PatchScribe.Git.Words;
using PatchScribe.Rendering;
using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe check</c>: whether a log documents its change, says nothing wrong, and does what the review asked.</summary>
internal static class CheckCommand
{
    private const int MaxSeries = 200;

    private static readonly Argument<string?> Change = ChangeSource.Argument();
    private static readonly Option<string?> Repo = Options.Repo();
    private static readonly Option<string?> Thread = new("--thread") { Description = "review thread of the earlier versions", HelpName = "SOURCE" };
    private static readonly Option<string?> Message = new("--message") { Description = "check this log instead of the change's own", HelpName = "FILE" };
    private static readonly Option<string?> Runs = new("--runs") { Description = "runs of the program before and after, as patchscribe record writes them: what the log says that the command prints is held against them", HelpName = "RUNS.jsonl" };
    private static readonly Option<string?> Profile = Options.Profile();
    private static readonly Option<string> Format = Options.Format("text", "json", "sarif", "gitlab", "github", "b4", "b4-review");
    private static readonly Option<string> FailOn = new("--fail-on") { Description = "least severity that makes the exit status 1", DefaultValueFactory = _ => "error" };

    public static Command Create()
    {
        if (FailOn.Validators.Count == 0)
        {
            FailOn.AcceptOnlyFromAmong("error", "warning", "note");
        }

        var command = new Command("check", "Check that commit logs document what their change does.") { Change, Repo, Thread, Message, Runs, Profile, Format, FailOn };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        // b4 runs its checkers at the top of the work tree.
        var isB4 = parse.GetValue(Format) is "b4" or "b4-review";
        var directory = parse.GetValue(Repo) ?? (isB4 && Directory.Exists(".git") ? "." : null);
        var configuration = ConfigurationSource.Read(directory);
        var models = ModelSource.Load(directory, configuration.Models.Select(path => Path.Combine(directory ?? ".", path)));
        var changes = ChangeSource.Open(parse.GetValue(Change), directory, models, allowNone: isB4);
        if (changes.Count == 0)
        {
            // b4's series check hands over the cover letter.
            Print(parse, [], new ReadingCounts(0, 0, []));
            return 0;
        }

        using var repository = directory is not null ? GitRepository.Open(directory) : changes.FirstCommit is null ? null : GitRepository.Open(".");
        var message = ReadMessage(parse.GetValue(Message), changes.Count);
        var threads = parse.GetValue(Thread) is { } thread ? MailSource.Discussions(MailSource.ReadDiscussion(thread), null) : [];
        var profile = ProfileSource.Find(parse.GetValue(Profile) ?? configuration.Profile, repository, changes.FirstCommit ?? "HEAD", []);
        var words = repository is null ? null : new TreeWords(repository, WordCache.PathOf(repository));
        var symbols = ModelSource.Symbols(models);
        IReadOnlyList<RunPair> runs = parse.GetValue(Runs) is { } file ? RunPairReader.Read(file) : [];
        var results = new List<CommitFindings>(changes.Count);
        var diagnostics = new List<Diagnostic>();
        foreach (var (change, mailed, series) in InSeries(changes, threads))
        {
            results.Add(CommitChecker.Check(new CheckRequest
            {
                Message = message ?? change.Message,
                Analysis = change.Analysis,
                Repository = repository,
                Words = words,
                Configuration = configuration,
                ModelSymbols = symbols,
                MinHashLength = profile.MinHashLength,
                Runs = runs,
                Series = series,
                Revision = change.Commit?.Id ?? "HEAD",
                Notes = change.Patch?.Notes ?? "",
                Discussion = mailed?.Discussion,
                Review = mailed?.Review,
                MessageId = change.Patch?.Message?.MessageId,
                Patch = mailed?.Patch,
            }));
            diagnostics.AddRange([.. change.Analysis.Diagnostics, .. results[^1].Diagnostics]);
        }

        Print(parse, results, new ReadingCounts(changes.Count, 0, [.. diagnostics.Distinct()]));
        return !isB4 && results.Exists(one => one.Findings.Any(finding => finding.Severity >= Enum.Parse<Severity>(parse.GetValue(FailOn)!, ignoreCase: true))) ? 1 : 0;
    }

    /// <summary>
    /// Each change with its mail and its series. Mails of one series belong together, and the commits of a range; more than a series has are a history, of
    /// which one change at a time is looked at. The cover letter comes with the mails or with the thread.
    /// </summary>
    private static IEnumerable<(LoggedChange Change, MailedChange? Mailed, SeriesContext Series)> InSeries(LoggedChanges changes, IReadOnlyList<Discussion> threads)
    {
        var reviews = new Dictionary<Discussion, DiscussionReview>(ReferenceEqualityComparer.Instance);
        DiscussionReview Review(Discussion discussion) => reviews.TryGetValue(discussion, out var known) ? known : reviews[discussion] = ReviewReader.Read(discussion);
        var mailed = changes.All.Select(change => (Change: change, Mailed: MailedChange.Find(threads, change, Review)));
        if (changes.FirstCommit is not null && changes.Count > MaxSeries)
        {
            return mailed.Select(one => (one.Change, one.Mailed, SeriesContext.None));
        }

        var all = mailed.ToList();
        var contexts = new Dictionary<LoggedChange, SeriesContext>(ReferenceEqualityComparer.Instance);
        foreach (var group in all.GroupBy(one => one.Change.Series?.Id, StringComparer.Ordinal).Where(group => group.Count() <= MaxSeries))
        {
            var patches = group.ToList();
            var cover = (patches[0].Change.Series ?? patches.Select(one => one.Mailed?.Series).FirstOrDefault(series => series?.Cover is not null))?.Cover?.Body;
            foreach (var (patch, context) in patches.Zip(SeriesContext.Of([.. patches.Select(one => new SeriesPatch(one.Change.Message, one.Change.Analysis))], cover)))
            {
                contexts[patch.Change] = context;
            }
        }

        return all.Select(one => (one.Change, one.Mailed, contexts.GetValueOrDefault(one.Change, SeriesContext.None)));
    }

    private static void Print(ParseResult parse, IReadOnlyList<CommitFindings> results, ReadingCounts counts)
    {
        var format = parse.GetValue(Format);
        Console.Out.Write(format switch
        {
            "json" => FindingsJsonWriter.Write(results, counts),
            "sarif" => FindingsReportWriter.Sarif(results),
            "gitlab" => FindingsReportWriter.GitLab(results),
            "github" => FindingsLineWriter.ForGitHub(results),
            "b4" => FindingsLineWriter.ForB4(results),
            "b4-review" => FindingsReportWriter.B4Review(results),
            _ => FindingsTextRenderer.Render(results),
        });
        if (format != "text")
        {
            return;
        }

        foreach (var one in counts.Diagnostics)
        {
            MailSource.Report(one);
        }
    }

    private static string? ReadMessage(string? file, int changes)
    {
        if (file is null)
        {
            return null;
        }

        if (changes != 1)
        {
            throw new InputException($"--message is one log, there are {changes} changes", "give one revision or one patch");
        }

        return File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : throw new InputException($"no such file: {file}", "give the file that holds the log");
    }
}
