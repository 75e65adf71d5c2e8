using System.CommandLine;
using PatchScribe.Cli.Commands.Models;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe model</c>: behaviour models; one file under Models/ for each subcommand.</summary>
internal static class ModelCommand
{
    public static Command Create() => new("model", "List, show and use behaviour models.")
    {
        ModelListCommand.Create(),
        ModelShowCommand.Create(),
        ModelValidateCommand.Create(),
        ModelExplainCommand.Create(),
        ModelDiffCommand.Create(),
        ModelPredictCommand.Create(),
        ModelRecordCommand.Create(),
        ModelVerifyCommand.Create(),
    };
}
