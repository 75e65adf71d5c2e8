using System.Text.Json;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Commands;

/// <summary>
/// Reads a command of QEMU's machine protocol as the item of the option that does the same: device_add as -device,
/// object-add as -object (QEMU, qapi/qdev.json and qapi/qom.json).
/// </summary>
internal static class QmpReader
{
    private static readonly (string Execute, string Flag)[] SameAs = [("device_add", "-device"), ("object-add", "-object")];

    /// <summary>The command line with the protocol's command behind it; one that the model does not know is named as not covered.</summary>
    public static CommandLine Append(BehaviourModel model, CommandLine line, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var execute = document.RootElement.TryGetProperty("execute", out var name) ? name.GetString() ?? "" : "";
            var flag = SameAs.FirstOrDefault(s => s.Execute == execute).Flag;
            var option = model.Options.Keyed.FirstOrDefault(o => flag is null ? o.Flag == execute : o.Flag == flag);
            if (option is null)
            {
                return line with { NotCovered = line.NotCovered ?? $"the command {execute}" };
            }

            var item = document.RootElement.TryGetProperty("arguments", out var arguments)
                ? ItemReader.OfJson(option.Name, execute, arguments.GetRawText(), ItemForm.Qmp, arguments)
                : new CommandItem(option.Name, "", []) { Flag = execute, Form = ItemForm.Qmp };
            return line with { Items = [.. line.Items, item], Arguments = [.. line.Arguments, json] };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return line with { NotCovered = line.NotCovered ?? "a command that is no JSON object" };
        }
    }
}
