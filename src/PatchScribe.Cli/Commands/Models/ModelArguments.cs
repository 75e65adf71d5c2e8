using System.CommandLine;
using PatchScribe.Behaviour.Language;
using PatchScribe.Behaviour.Runs;
using PatchScribe.Diagnostics;

namespace PatchScribe.Cli.Commands.Models;

/// <summary>Arguments and options that several model commands have, spelt and described once.</summary>
internal static class ModelArguments
{
    public static Argument<string> Name() => new("NAME") { Description = "name of a model, or its file (a path, or ending in .yml)" };

    public static Option<string[]> Set() => new("--set") { Description = "value of a variable of the model; may be given often", HelpName = "VAR=VALUE" };

    public static Argument<string[]> CommandLine() => new("ARGV") { Description = "command line, after --", Arity = ArgumentArity.OneOrMore };

    /// <summary>Refuses a program that the model does not speak about.</summary>
    public static void CheckProgram(BehaviourModel model, string program)
    {
        var name = program[(program.LastIndexOf('/') + 1)..];
        if (!model.Programs.Any(p => Wildcard.Matches(p, name)))
        {
            throw new InputException($"the model {model.Name} is not about '{name}'", $"it is about {string.Join(", ", model.Programs)}; write -- PROGRAM ARGUMENTS...");
        }
    }

    /// <summary>VAR=VALUE pairs; the last one of a name counts.</summary>
    public static IReadOnlyDictionary<string, string> Values(IEnumerable<string>? given)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in given ?? [])
        {
            var sign = text.IndexOf('=', StringComparison.Ordinal);
            values[sign > 0 ? text[..sign] : throw new InputException($"'{text}' sets nothing", "write --set VAR=VALUE; 'patchscribe model show NAME' lists the variables")] = text[(sign + 1)..];
        }

        return values;
    }

    /// <summary>Reads a file of recorded runs, - for standard input; lines that are none go to standard error.</summary>
    public static RunReading ReadRuns(string path)
    {
        var reading = RunReader.Read(ReadText(path), path);
        foreach (var one in reading.Diagnostics)
        {
            MailSource.Report(one);
        }

        return reading.Runs.Count > 0 ? reading : throw new InputException($"{path} holds no run", "one JSON object a line with argv, stderr and exit (docs/behaviour-models.md)");
    }

    /// <summary>The text of a file, or of standard input for -.</summary>
    public static string ReadText(string path)
    {
        try
        {
            return path == "-" ? Console.In.ReadToEnd() : File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot read {path}: {e.Message}", "check the path", e);
        }
    }
}
