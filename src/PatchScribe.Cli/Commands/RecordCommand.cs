using System.CommandLine;
using PatchScribe.Behaviour.Recording;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe record</c>: one command on two builds of a program.</summary>
internal static class RecordCommand
{
    private static readonly Option<string> Before = new("--before") { Description = "program before the change", HelpName = "BIN", Required = true };
    private static readonly Option<string> After = new("--after") { Description = "program after the change", HelpName = "BIN", Required = true };
    private static readonly Option<string?> Input = new("--input") { Description = "file that the program reads as its standard input (default: none)", HelpName = "FILE" };
    private static readonly Option<string?> Output = RecordSource.Output();
    private static readonly Option<int> TimeLimit = RecordSource.TimeLimit();
    private static readonly Argument<string[]> Argv = new("ARGV") { Description = "arguments of the command, after --; the program's name may stand first", Arity = ArgumentArity.ZeroOrMore };

    public static Command Create()
    {
        var command = new Command("record", "Run one command on two builds of a program and write both results as runs, for draft --runs.") { Before, After, Input, Output, TimeLimit, Argv };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        using var programs = RecordSource.Recorder(parse.GetValue(TimeLimit));
        var recorder = new CommandRecorder(programs);
        var input = parse.GetValue(Input) is { } file ? Models.ModelArguments.ReadText(file) : "";
        RecordSource.Write(parse.GetValue(Output), recorder.Record(parse.GetValue(Before)!, parse.GetValue(After)!, parse.GetValue(Argv) ?? [], input));
        return 0;
    }
}
