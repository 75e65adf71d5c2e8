using System.Text.RegularExpressions;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Recording;

/// <summary>Finds the values of a model's variables on this machine, as far as the model says how; it changes nothing.</summary>
public sealed class EnvironmentProber(BehaviourModel model, ProgramRecorder recorder)
{
    private readonly Dictionary<string, string> _outputs = new(StringComparer.Ordinal);

    /// <summary>The values found for the binary and the machine; a variable that no probe answers for is left out.</summary>
    public IReadOnlyDictionary<string, string> Probe(string binary)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in model.Variables)
        {
            if (variable.Probe.FirstOrDefault(p => Holds(p, binary)) is { } probe)
            {
                found[variable.Name] = probe.Value;
            }
        }

        return found;
    }

    private bool Holds(ModelProbe probe, string binary) => probe.Kind switch
    {
        ProbeKind.Open => probe.Answers.Contains(NativeCalls.TryOpen(probe.Subject), StringComparer.Ordinal),
        ProbeKind.Node => probe.Answers.Contains(NativeCalls.TypeOf(probe.Subject), StringComparer.Ordinal),
        ProbeKind.Output => Regex.IsMatch(OutputOf(binary, probe.Arguments), probe.Answers[0], RegexOptions.NonBacktracking),
        ProbeKind.Program => Regex.IsMatch(Path.GetFileName(binary), probe.Answers[0], RegexOptions.NonBacktracking),
        ProbeKind.User => NativeCalls.UserNumber() is { } user && probe.Answers.Contains(user, StringComparer.Ordinal),
        _ => true,
    };

    private string OutputOf(string binary, IReadOnlyList<string> arguments)
    {
        var key = string.Join('\0', arguments.Prepend(binary));
        if (!_outputs.TryGetValue(key, out var text))
        {
            var result = recorder.Run(binary, arguments);
            _outputs[key] = text = result.Output + result.Errors;
        }

        return text;
    }
}
