using System.Text.RegularExpressions;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;

namespace PatchScribe.Behaviour.Evaluation;

/// <summary>Narrows sets of environments by names and values as users and recorded runs give them.</summary>
internal static class EnvironmentReader
{
    /// <summary>The case in which each named variable (or each that has the alias) has its value; an <see cref="InputException"/> for what the model does not know.</summary>
    public static EnvironmentCase Pin(BehaviourModel model, EnvironmentCase environment, IReadOnlyDictionary<string, string> values)
    {
        foreach (var (name, value) in values)
        {
            foreach (var index in IndexesOf(model, name))
            {
                environment = environment.With(index, MaskOf(model.Variables[index], value));
            }
        }

        return environment;
    }

    /// <summary>The case in which variables that nobody gave have the value that the program's name says, such as its architecture.</summary>
    public static EnvironmentCase PinByProgram(BehaviourModel model, EnvironmentCase environment, string program)
    {
        for (var i = 0; i < model.Variables.Count; i++)
        {
            var variable = model.Variables[i];
            var probe = environment[i] != variable.All ? null : variable.Probe.FirstOrDefault(p =>
                p.Kind == ProbeKind.Program && Regex.IsMatch(program, p.Answers[0], RegexOptions.NonBacktracking));
            environment = probe is null ? environment : environment.With(i, variable.MaskOf(probe.Value));
        }

        return environment;
    }

    /// <summary>The variables that a name means: the one of that name, or all that have it as an alias.</summary>
    public static IReadOnlyList<int> IndexesOf(BehaviourModel model, string name)
    {
        var index = model.IndexOf(name);
        IReadOnlyList<int> indexes = index >= 0
            ? [index]
            : [.. Enumerable.Range(0, model.Variables.Count).Where(i => model.Variables[i].Aliases.Contains(name, StringComparer.Ordinal))];
        return indexes.Count > 0
            ? indexes
            : throw new InputException(
                $"the model {model.Name} has no variable '{name}'{Spelling.Suggest(name, model.Variables.Select(v => v.Name).Concat(model.Variables.SelectMany(v => v.Aliases)))}",
                $"its variables are {string.Join(", ", model.Variables.Select(v => v.Name))}");
    }

    private static ulong MaskOf(ModelVariable variable, string value)
    {
        var mask = variable.MaskOf(value);
        return mask != 0
            ? mask
            : throw new InputException($"'{variable.Name}' has no value '{value}'{Spelling.Suggest(value, variable.Values)}", $"its values are {string.Join(", ", variable.Values)}");
    }
}
