using System.CommandLine;
using PatchScribe.Analysis;
using PatchScribe.Diagnostics;
using PatchScribe.Git;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe analyze</c>: what a change does to conditions, messages, names and behaviour.</summary>
internal static class AnalyzeCommand
{
    private static readonly Argument<string?> Change = ChangeSource.Argument();
    private static readonly Option<string?> Repo = Options.Repo();
    private static readonly Option<string[]> Model = Options.Model();
    private static readonly Option<bool> Combined = new("--combined") { Description = "take a range as one change: its whole effect" };
    private static readonly Option<bool> Staged = new("--staged") { Description = "analyze the staged change (the index against HEAD)" };
    private static readonly Option<string?> FindMessage = new("--find-message") { Description = "find the call that printed this error text in the tree of REV (default: HEAD)", HelpName = "TEXT" };
    private static readonly Option<string> Format = Options.Format("text", "json", "jsonl");

    public static Command Create()
    {
        var command = new Command("analyze", "Show what a change does to conditions, messages, names and behaviour.") { Change, Repo, Combined, Staged, FindMessage, Model, Format };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        if (parse.GetValue(FindMessage) is { } text)
        {
            return Find(text, parse);
        }

        if (parse.GetValue(Staged) && (parse.GetValue(Combined) || parse.GetValue(Change) is not null))
        {
            throw new InputException("--staged is the whole input", "leave the revision and --combined out");
        }

        var form = parse.GetValue(Staged) ? ChangeForm.Staged : parse.GetValue(Combined) ? ChangeForm.Combined : ChangeForm.Each;
        var changes = ChangeSource.Open(parse.GetValue(Change), parse.GetValue(Repo), ModelSource.Load(parse.GetValue(Repo), parse.GetValue(Model) ?? []), form);
        var diagnostics = new List<Diagnostic>();
        switch (parse.GetValue(Format))
        {
            case "json" when changes.Count == 1:
                Console.Out.Write(AnalysisJsonWriter.Write(changes.All.First().Analysis, new ReadingCounts(1, 0, [])));
                break;
            case "json":
                throw new InputException($"json holds one change, there are {changes.Count}", "use --format jsonl for a range or a series");
            case "jsonl":
                foreach (var change in changes.All)
                {
                    Console.Out.Write(AnalysisJsonWriter.WriteLine(change.Analysis));
                    diagnostics.AddRange(change.Analysis.Diagnostics);
                }

                Console.Out.Write(AnalysisJsonWriter.WriteEnd(new ReadingCounts(changes.Count, 0, [.. diagnostics.Distinct()])));
                break;
            default:
                var separator = "";
                foreach (var change in changes.All)
                {
                    Console.Out.Write(separator + AnalysisTextRenderer.Render(change.Analysis));
                    diagnostics.AddRange(change.Analysis.Diagnostics);
                    separator = "\n";
                }

                diagnostics.ForEach(MailSource.Report);
                break;
        }

        return 0;
    }

    private static int Find(string text, ParseResult parse)
    {
        var directory = parse.GetValue(Repo) ?? ".";
        using var repository = GitRepository.Open(directory);
        var revision = repository.ReadCommit(parse.GetValue(Change) ?? "HEAD").Id;
        var found = new MessageSearch(repository, revision).Find(text);
        if (found.Count == 0)
        {
            throw new InputException($"no message in {directory} prints this text", "give the text as it was printed, or another revision");
        }

        Console.Out.Write(parse.GetValue(Format) == "text" ? FoundMessageWriter.WriteText(found) : FoundMessageWriter.WriteJson(text, found, new ReadingCounts(1, 0, repository.Diagnostics)));
        return 0;
    }
}
