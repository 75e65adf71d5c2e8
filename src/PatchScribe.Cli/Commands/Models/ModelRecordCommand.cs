using System.CommandLine;
using PatchScribe.Behaviour.Language;
using PatchScribe.Behaviour.Recording;
using PatchScribe.Behaviour.Runs;
using PatchScribe.Diagnostics;

namespace PatchScribe.Cli.Commands.Models;

/// <summary><c>patchscribe model record NAME --binary PATH</c>: runs of a model's command lines on a real program.</summary>
internal static class ModelRecordCommand
{
    private static readonly Argument<string> Name = ModelArguments.Name();
    private static readonly Option<string> Binary = new("--binary") { Description = "program to run", HelpName = "PATH", Required = true };
    private static readonly Option<string?> Output = RecordSource.Output();
    private static readonly Option<int> TimeLimit = RecordSource.TimeLimit();
    private static readonly Option<string?> Repo = Options.Repo();

    public static Command Create()
    {
        var command = new Command("record", "Run the model's command lines on a real program and write one run a line, with the environment that is found.") { Name, Binary, Output, TimeLimit, Repo };
        command.SetAction(Run);
        return command;
    }

    /// <summary>The runs; a binary whose name none of the model's command lines has is the user's mistake.</summary>
    public static IReadOnlyList<RecordedRun> Record(BehaviourModel model, string binary, int seconds)
    {
        using var programs = RecordSource.Recorder(seconds);
        var runs = new ModelRecorder(model, programs).Record(binary);
        return runs.Count > 0 ? runs : throw new InputException(
            $"no action of the model {model.Name} starts a program named '{Path.GetFileName(binary)}'",
            $"its actions start {string.Join(", ", model.Actions.Select(a => a.Command.Split(' ')[0]).Distinct(StringComparer.Ordinal))}");
    }

    private static int Run(ParseResult parse)
    {
        var model = ModelSource.Find(parse.GetValue(Repo), parse.GetValue(Name)!);
        RecordSource.Write(parse.GetValue(Output), Record(model, parse.GetValue(Binary)!, parse.GetValue(TimeLimit)));
        return 0;
    }
}
