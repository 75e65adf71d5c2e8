using System.CommandLine;
using PatchScribe.Behaviour.Evaluation;
using PatchScribe.Diagnostics;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Commands.Models;

/// <summary><c>patchscribe model predict NAME -- ARGV</c>: what a real command line prints, and its exit status.</summary>
internal static class ModelPredictCommand
{
    private static readonly Argument<string> Name = ModelArguments.Name();
    private static readonly Argument<string[]> Argv = ModelArguments.CommandLine();
    private static readonly Option<string[]> Set = ModelArguments.Set();
    private static readonly Option<string?> Repo = Options.Repo();
    private static readonly Option<string> Format = Options.Format("text", "json");

    public static Command Create()
    {
        var command = new Command("predict", "Predict standard error and exit status of a command line in an environment.") { Name, Argv, Set, Repo, Format };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var model = ModelSource.Find(parse.GetValue(Repo), parse.GetValue(Name)!);
        var argv = parse.GetValue(Argv)!;
        ModelArguments.CheckProgram(model, argv[0]);
        var given = ModelArguments.Values(parse.GetValue(Set));
        var explanation = ModelEvaluator.Explain(model, argv, given);
        var others = explanation.Assumed.Count == 0 ? [] : ModelEvaluator.Predict(model, argv, given).Where(p => !p.Outcome.LooksLike(explanation.Outcome)).ToList();
        Console.Out.Write(parse.GetValue(Format) == "json"
            ? PredictionJsonWriter.Write(model.Name, argv, explanation, others)
            : PredictionTextRenderer.Render(explanation, others));
        return explanation.Outcome.Kind != OutcomeKind.Unknown ? 0
            : throw new InputException($"the model {model.Name} does not cover this: {explanation.Outcome.Stderr}", "docs/behaviour-models.md says how a model is extended");
    }
}
