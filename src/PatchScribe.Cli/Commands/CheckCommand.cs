using System.CommandLine;
using PatchScribe.Checks;
using PatchScribe.Diagnostics;
using PatchScribe.Git;
using PatchScribe.Rendering;
using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe check</c>: whether a log documents its change, says nothing wrong, and does what the review asked.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string?> Change = ChangeSource.Argument();
    private static readonly Option<string?> Repo = Options.Repo();
    private static readonly Option<string?> Thread = new("--thread") { Description = "review thread of the earlier versions", HelpName = "SOURCE" };
    private static readonly Option<string?> Message = new("--message") { Description = "check this log instead of the change's own", HelpName = "FILE" };
    private static readonly Option<string?> Profile = Options.Profile();
    private static readonly Option<string> Format = Options.Format("text", "json", "sarif", "gitlab", "github", "b4", "b4-review");
    private static readonly Option<string> FailOn = new("--fail-on") { Description = "least severity that makes the exit status 1", DefaultValueFactory = _ => "error" };

    public static Command Create()
    {
        if (FailOn.Validators.Count == 0)
        {
            FailOn.AcceptOnlyFromAmong("error", "warning", "note");
        }

        var command = new Command("check", "Check that commit logs document what their change does.") { Change, Repo, Thread, Message, Profile, Format, FailOn };
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
        var changes = ChangeSource.Read(parse.GetValue(Change), directory, models);
        using var repository = directory is not null ? GitRepository.Open(directory) : changes[0].Commit is null ? null : GitRepository.Open(".");
        var message = ReadMessage(parse.GetValue(Message), changes.Count);
        var threads = parse.GetValue(Thread) is { } thread ? MailSource.Discussions(MailSource.ReadDiscussion(thread), null) : null;
        var profile = ProfileSource.Find(parse.GetValue(Profile) ?? configuration.Profile, repository, changes[0].Commit?.Id ?? "HEAD", []);
        var symbols = ModelSource.Symbols(models);
        var results = changes.Select(change => CommitChecker.Check(WithThread(new CheckRequest
        {
            Series = SeriesOf(change, changes),
            Message = message ?? change.Message,
            Analysis = change.Analysis,
            Repository = repository,
            Revision = change.Commit?.Id ?? "HEAD",
            Configuration = configuration,
            Notes = change.Patch?.Notes ?? "",
            ModelSymbols = symbols,
            MinHashLength = profile.MinHashLength,
        }, change, threads))).ToList();
        Print(parse, results, new ReadingCounts(changes.Count, 0, [.. changes.SelectMany(change => change.Analysis.Diagnostics).Distinct()]));
        return !isB4 && results.Exists(one => one.Findings.Any(finding => finding.Severity >= Enum.Parse<Severity>(parse.GetValue(FailOn)!, ignoreCase: true))) ? 1 : 0;
    }

    /// <summary>The other changes given; what a cover letter says is asked of the thread.</summary>
    private static SeriesContext SeriesOf(LoggedChange change, IReadOnlyList<LoggedChange> all)
    {
        const int MaxSeries = 200;
        var others = all.Where(other => !ReferenceEquals(other, change)).ToList();
        return others.Count is 0 or > MaxSeries ? SeriesContext.None : new SeriesContext(others.Select(other => other.Message), [.. others.Select(other => other.Analysis)]);
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

    /// <summary>The discussion that holds the patch: by its title in any version, else the only one there is.</summary>
    private static CheckRequest WithThread(CheckRequest request, LoggedChange change, IReadOnlyList<Discussion>? discussions)
    {
        if (discussions is null)
        {
            return request;
        }

        var found = discussions.SelectMany(discussion => discussion.Series.SelectMany(series => series.Patches), (discussion, patch) => (discussion, patch))
            .LastOrDefault(pair => string.Equals(pair.patch.Title, change.Subject, StringComparison.OrdinalIgnoreCase) || (pair.patch.PatchId is { } id && id == change.Patch?.PatchId));
        var discussion = found.discussion ?? (discussions.Count == 1 ? discussions[0] : null);
        if (discussion is null)
        {
            return request;
        }

        var only = discussion.Series.LastOrDefault(series => series.Kind == "patches") is { Patches: [var single] } ? single : null;
        return request with { Discussion = discussion, Review = ReviewReader.Read(discussion), Patch = found.patch ?? only };
    }
}
