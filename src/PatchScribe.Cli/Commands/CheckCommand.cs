using System.CommandLine;
using PatchScribe.Behaviour.Runs;
using PatchScribe.Checks;
using PatchScribe.Diagnostics;
using PatchScribe.Git;
using PatchScribe.Git.Words;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe check</c>: whether a log documents its change, says nothing wrong, and does what the review asked.</summary>
internal static class CheckCommand
{
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
        var changes = ChangeSource.Read(parse.GetValue(Change), directory, models, allowNone: isB4);
        if (changes.Count == 0)
        {
            // b4's series check hands over the cover letter.
            Print(parse, [], new ReadingCounts(0, 0, []));
            return 0;
        }

        using var repository = directory is not null ? GitRepository.Open(directory) : changes[0].Commit is null ? null : GitRepository.Open(".");
        var message = ReadMessage(parse.GetValue(Message), changes.Count);
        var threads = parse.GetValue(Thread) is { } thread ? MailSource.Discussions(MailSource.ReadDiscussion(thread), null) : [];
        var profile = ProfileSource.Find(parse.GetValue(Profile) ?? configuration.Profile, repository, changes[0].Commit?.Id ?? "HEAD", []);
        var mailed = changes.ToDictionary(change => change, change => MailedChange.Find(threads, change), (IEqualityComparer<LoggedChange>)ReferenceEqualityComparer.Instance);
        var series = SeriesOf(changes, mailed);
        var request = new CheckRequest
        {
            Message = "",
            Analysis = changes[0].Analysis,
            Repository = repository,
            Words = repository is null ? null : new TreeWords(repository, WordCache.PathOf(repository)),
            Configuration = configuration,
            ModelSymbols = ModelSource.Symbols(models),
            MinHashLength = profile.MinHashLength,
            Runs = parse.GetValue(Runs) is { } runs ? RunPairReader.Read(runs) : [],
        };
        var results = changes.Select(change => CommitChecker.Check(request with
        {
            Series = series.GetValueOrDefault(change, SeriesContext.None),
            Message = message ?? change.Message,
            Analysis = change.Analysis,
            Revision = change.Commit?.Id ?? "HEAD",
            Notes = change.Patch?.Notes ?? "",
            Discussion = mailed[change]?.Discussion,
            Review = mailed[change]?.Review,
            Patch = mailed[change]?.Patch,
        })).ToList();
        Print(parse, results, new ReadingCounts(changes.Count, 0, [.. changes.SelectMany(change => change.Analysis.Diagnostics).Distinct()]));
        return !isB4 && results.Exists(one => one.Findings.Any(finding => finding.Severity >= Enum.Parse<Severity>(parse.GetValue(FailOn)!, ignoreCase: true))) ? 1 : 0;
    }

    /// <summary>Mails of one series belong together, and the commits of a range; more than a series has are a history. The cover letter comes with the mails or with the thread.</summary>
    private static Dictionary<LoggedChange, SeriesContext> SeriesOf(IReadOnlyList<LoggedChange> changes, Dictionary<LoggedChange, MailedChange?> mailed)
    {
        const int MaxSeries = 200;
        var contexts = new Dictionary<LoggedChange, SeriesContext>(ReferenceEqualityComparer.Instance);
        foreach (var group in changes.GroupBy(change => change.Series?.Id, StringComparer.Ordinal).Where(group => group.Count() <= MaxSeries))
        {
            var patches = group.ToList();
            var cover = (patches[0].Series ?? patches.Select(change => mailed[change]?.Series).FirstOrDefault(series => series?.Cover is not null))?.Cover?.Body;
            foreach (var (change, context) in patches.Zip(SeriesContext.Of([.. patches.Select(change => new SeriesPatch(change.Message, change.Analysis))], cover)))
            {
                contexts[change] = context;
            }
        }

        return contexts;
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
