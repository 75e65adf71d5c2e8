using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PatchScribe.Behaviour.ModelText;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering;

/// <summary>What is wrong with a model file, at its places.</summary>
public static class ModelReadingRenderer
{
    private const int LongestLine = 160;

    /// <summary>Each mistake with the line of the file and a mark under the place; or what the model holds.</summary>
    public static string Render(string file, string source, ModelReading reading)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Model is { } model)
        {
            return TerminalText.Escape($"{file}: model {model.Name}: {model.Variables.Count} variables and facts, {model.Actions.Count} actions, {model.Phases.Sum(p => p.Rules.Count)} checks, no mistake\n");
        }

        var lines = source.Split('\n');
        var text = new StringBuilder();
        foreach (var problem in reading.Problems)
        {
            text.Append(CultureInfo.InvariantCulture, $"{file}:{problem.Line}:{problem.Column}: error: {problem.Message} [{problem.Id}]\n");
            if (problem.Line >= 1 && problem.Line <= lines.Length)
            {
                Quote(text, lines[problem.Line - 1].TrimEnd('\r'), problem.Column);
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"{reading.Problems.Count} {(reading.Problems.Count == 1 ? "mistake" : "mistakes")}\n");
        return TerminalText.Escape(text.ToString());
    }

    /// <summary>The document <c>patchscribe/model-validate/1</c>.</summary>
    public static string WriteJson(string file, ModelReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return JsonText.Write(new JsonObject
        {
            ["schema"] = "patchscribe/model-validate/1",
            ["file"] = file,
            ["model"] = reading.Model?.Name,
            ["errors"] = reading.Problems.ToJson(p => new JsonObject { ["id"] = p.Id, ["message"] = p.Message, ["line"] = p.Line, ["column"] = p.Column }),
            ["counts"] = JsonText.Counts(1, reading.Model is null ? 1 : 0),
            ["diagnostics"] = JsonText.Diagnostics(reading.Diagnostics),
        });
    }

    private static void Quote(StringBuilder text, string line, int column)
    {
        var start = Math.Max(0, Math.Min(column - 1 - (LongestLine / 2), line.Length));
        var shown = line.Substring(start, Math.Min(LongestLine, line.Length - start)).Replace('\t', ' ');
        text.Append("  | ").Append(shown).Append('\n').Append("  | ").Append(' ', Math.Max(0, column - 1 - start)).Append("^\n");
    }
}
