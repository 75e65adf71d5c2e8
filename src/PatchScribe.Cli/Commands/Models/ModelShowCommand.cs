using System.CommandLine;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Commands.Models;

/// <summary><c>patchscribe model show NAME</c>: variables, facts, actions and checks with their sources.</summary>
internal static class ModelShowCommand
{
    private static readonly Argument<string> Name = ModelArguments.Name();
    private static readonly Option<string?> Repo = Options.Repo();
    private static readonly Option<string> Format = Options.Format("text", "json");

    public static Command Create()
    {
        var command = new Command("show", "Show a model: its variables, facts, actions and checks, each check with its source.") { Name, Repo, Format };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var model = ModelSource.Find(parse.GetValue(Repo), parse.GetValue(Name)!);
        Console.Out.Write(parse.GetValue(Format) == "json" ? ModelJsonWriter.Write(model) : ModelTextRenderer.Render(model));
        return 0;
    }
}
