using System.CommandLine;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Commands.Models;

/// <summary><c>patchscribe model list</c>: the models in use.</summary>
internal static class ModelListCommand
{
    private static readonly Option<string?> Repo = Options.Repo();
    private static readonly Option<string[]> Model = Options.Model();
    private static readonly Option<string> Format = Options.Format("text", "json");

    public static Command Create()
    {
        var command = new Command("list", "List the models that come with the tool, those of the repository and those given.") { Repo, Model, Format };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var models = ModelSource.Load(parse.GetValue(Repo) ?? ".", parse.GetValue(Model) ?? []);
        Console.Out.Write(parse.GetValue(Format) == "json" ? ModelJsonWriter.WriteList(models) : ModelTextRenderer.RenderList(models));
        return 0;
    }
}
