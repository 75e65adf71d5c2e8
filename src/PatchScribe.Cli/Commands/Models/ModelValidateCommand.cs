using System.CommandLine;
using PatchScribe.Behaviour;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Commands.Models;

/// <summary><c>patchscribe model validate FILE</c>: every mistake of a model file at its line and column.</summary>
internal static class ModelValidateCommand
{
    private static readonly Argument<string> FileName = new("FILE") { Description = "model file, or the name of an embedded model" };
    private static readonly Option<string> Format = Options.Format("text", "json");

    public static Command Create()
    {
        var command = new Command("validate", "Check a model file and show every mistake with its line and column.") { FileName, Format };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var file = parse.GetValue(FileName)!;

        // A file without a slash or ending is meant as a file when it is there.
        var source = File.Exists(file) && !BehaviourModels.IsPath(file) ? Path.Combine(".", file) : file;
        var reading = BehaviourModels.Read(source);
        Console.Out.Write(parse.GetValue(Format) == "json"
            ? ModelReadingRenderer.WriteJson(file, reading)
            : ModelReadingRenderer.Render(file, BehaviourModels.ReadText(source), reading));
        return reading.Model is null ? 1 : 0;
    }
}
