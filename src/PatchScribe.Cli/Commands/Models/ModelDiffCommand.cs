using System.CommandLine;
using PatchScribe.Behaviour.Comparison;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Commands.Models;

/// <summary><c>patchscribe model diff NAME [BEFORE AFTER]</c>: what a user sees differently between two states of the code.</summary>
internal static class ModelDiffCommand
{
    private static readonly Argument<string> Name = ModelArguments.Name();
    private static readonly Argument<string[]> Sides = new("BEFORE AFTER")
    {
        Description = "two variants of the model, or VAR=VALUE[,VAR=VALUE...] for each side; or one transition (default: the model's first two variants)",
        Arity = new ArgumentArity(0, 2),
    };

    private static readonly Option<string[]> Set = ModelArguments.Set();
    private static readonly Option<string?> Repo = Options.Repo();
    private static readonly Option<string> Format = Options.Format("text", "json");

    public static Command Create()
    {
        var command = new Command("diff", "Compare the outcomes of all actions between two states of the code, worst first.") { Name, Sides, Set, Repo, Format };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var model = ModelSource.Find(parse.GetValue(Repo), parse.GetValue(Name)!);
        var (before, after) = FindSides(model, parse.GetValue(Sides) ?? []);
        var given = ModelArguments.Values(parse.GetValue(Set));
        var changes = ModelComparer.Compare(model, With(before.Set, given), With(after.Set, given));
        Console.Out.Write(parse.GetValue(Format) == "json"
            ? BehaviourChangesJsonWriter.Write(model.Name, before, after, changes)
            : BehaviourChangesTextRenderer.Render(before, after, changes));
        return 0;
    }

    private static (ModelVariant Before, ModelVariant After) FindSides(BehaviourModel model, string[] sides)
    {
        if (sides.Length == 1)
        {
            var transition = model.Transitions.FirstOrDefault(t => t.Name == sides[0]) ?? throw new InputException(
                $"one side alone compares nothing: {sides[0]}", $"name two variants, or one of the transitions {string.Join(", ", model.Transitions.Select(t => t.Name))}");
            return (new ModelVariant("before", transition.Title, transition.Before), new ModelVariant("after", transition.Title, transition.After));
        }

        if (sides.Length == 2)
        {
            return (FindSide(model, sides[0]), FindSide(model, sides[1]));
        }

        return model.Variants.Count >= 2
            ? (model.Variants[0], model.Variants[1])
            : throw new InputException($"the model {model.Name} has no two variants", "give two sides as VAR=VALUE[,VAR=VALUE...]");
    }

    private static ModelVariant FindSide(BehaviourModel model, string text) =>
        model.Variants.FirstOrDefault(v => v.Name == text) is { } variant ? variant
        : text.Contains('=', StringComparison.Ordinal) ? new ModelVariant(text, text, ModelArguments.Values(text.Split(',')))
        : throw new InputException(
            $"the model {model.Name} has no variant '{text}'{Spelling.Suggest(text, model.Variants.Select(v => v.Name))}",
            $"its variants are {string.Join(", ", model.Variants.Select(v => v.Name))}; or write VAR=VALUE[,VAR=VALUE...]");

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> set, IReadOnlyDictionary<string, string> given)
    {
        var all = new Dictionary<string, string>(given, StringComparer.Ordinal);
        foreach (var (name, value) in set)
        {
            all[name] = value;
        }

        return all;
    }
}
