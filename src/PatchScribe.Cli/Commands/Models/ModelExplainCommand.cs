using System.CommandLine;
using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Evaluation;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Commands.Models;

/// <summary><c>patchscribe model explain NAME ACTION</c>: the checks of one run, one by one.</summary>
internal static class ModelExplainCommand
{
    private static readonly Argument<string> Name = ModelArguments.Name();
    private static readonly Argument<string> Action = new("ACTION") { Description = "name of an action of the model, or a command line in quotes" };
    private static readonly Option<string[]> Set = ModelArguments.Set();
    private static readonly Option<string?> Repo = Options.Repo();
    private static readonly Option<string> Format = Options.Format("text", "json");

    public static Command Create()
    {
        var command = new Command("explain", "Walk through the checks that the program makes of an action, one by one, and say why each holds or not.") { Name, Action, Set, Repo, Format };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var model = ModelSource.Find(parse.GetValue(Repo), parse.GetValue(Name)!);
        var (command, fixedValues) = Find(model, parse.GetValue(Action)!);
        var given = new Dictionary<string, string>(fixedValues, StringComparer.Ordinal);
        foreach (var (name, value) in ModelArguments.Values(parse.GetValue(Set)))
        {
            given[name] = value;
        }

        var explanation = ModelEvaluator.Explain(model, command, given);
        Console.Out.Write(parse.GetValue(Format) == "json"
            ? PredictionJsonWriter.WriteExplanation(model.Name, [command.Program, .. command.Arguments], explanation)
            : PredictionTextRenderer.Explain(explanation));
        return explanation.Outcome.Kind == OutcomeKind.Unknown ? 2 : 0;
    }

    private static (CommandLine Command, IReadOnlyDictionary<string, string> Set) Find(BehaviourModel model, string text)
    {
        if (model.Actions.FirstOrDefault(a => a.Name == text) is { } action)
        {
            return (CommandLineReader.Read(model, action), action.Set);
        }

        var words = CommandLineReader.Split(text);
        return words.Count > 0 && model.Programs.Any(p => Wildcard.Matches(p, words[0][(words[0].LastIndexOf('/') + 1)..]))
            ? (CommandLineReader.Read(model, words), new Dictionary<string, string>(StringComparer.Ordinal))
            : throw new InputException(
                $"the model {model.Name} has no action '{text}'{Spelling.Suggest(text, model.Actions.Select(a => a.Name))}",
                $"its actions are {string.Join(", ", model.Actions.Select(a => a.Name))}; or give a command line of {string.Join(", ", model.Programs)} in quotes");
    }
}
