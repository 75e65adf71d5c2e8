using System.CommandLine;
using PatchScribe.Behaviour.Language;
using PatchScribe.Behaviour.Runs;
using PatchScribe.Diagnostics;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Commands.Models;

/// <summary><c>patchscribe model verify NAME</c>: holds a model against runs of the real program.</summary>
internal static class ModelVerifyCommand
{
    private static readonly Argument<string> Name = ModelArguments.Name();
    private static readonly Option<string?> Runs = new("--runs") { Description = "recorded runs, - for standard input", HelpName = "RUNS.jsonl" };
    private static readonly Option<string?> Binary = new("--binary") { Description = "program to make fresh runs with", HelpName = "PATH" };
    private static readonly Option<int> TimeLimit = RecordSource.TimeLimit();
    private static readonly Option<string?> Repo = Options.Repo();
    private static readonly Option<string> Format = Options.Format("text", "json");

    public static Command Create()
    {
        var command = new Command("verify", "Compare recorded or fresh runs of the real program with what the model predicts, byte for byte.") { Name, Runs, Binary, TimeLimit, Repo, Format };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var model = ModelSource.Find(parse.GetValue(Repo), parse.GetValue(Name)!);
        var reading = ReadRuns(parse, model);
        var verification = ModelVerifier.Verify(model, reading.Runs);
        var counts = new ReadingCounts(reading.Runs.Count, reading.Diagnostics.Count, reading.Diagnostics);
        Console.Out.Write(parse.GetValue(Format) == "json" ? VerificationJsonWriter.Write(verification, counts) : VerificationTextRenderer.Render(verification));
        return verification.Count(RunVerdict.Disagree) > 0 ? 1 : 0;
    }

    private static RunReading ReadRuns(ParseResult parse, BehaviourModel model) => (parse.GetValue(Runs), parse.GetValue(Binary)) switch
    {
        ({ } runs, null) => ModelArguments.ReadRuns(runs),
        (null, { } binary) => new RunReading(ModelRecordCommand.Record(model, binary, parse.GetValue(TimeLimit)), []),
        (null, null) => throw new InputException($"no runs to hold {model.Name} against", "give --runs RUNS.jsonl, or --binary PATH for fresh runs"),
        _ => throw new InputException("--runs and --binary exclude each other", "give one of them"),
    };
}
