using PatchScribe.Behaviour.Runs;

namespace PatchScribe.Behaviour.Recording;

/// <summary>Runs one command on two builds of a program; no model is needed.</summary>
public sealed class CommandRecorder(ProgramRecorder recorder)
{
    /// <summary>
    /// Two runs, whose <c>set</c> says <c>build</c> before and after. A first argument that is the name of one of the binaries stands for
    /// the program itself.
    /// </summary>
    public IReadOnlyList<RecordedRun> Record(string before, string after, IReadOnlyList<string> command, string input = "")
    {
        ArgumentNullException.ThrowIfNull(command);
        var (old, now) = (Path.GetFileName(before), Path.GetFileName(after));
        var arguments = command.Count > 0 && (command[0] == old || command[0] == now) ? [.. command.Skip(1)] : command;
        return [Run(1, "before", before, arguments, input), Run(2, "after", after, arguments, input)];
    }

    private RecordedRun Run(int number, string build, string binary, IReadOnlyList<string> arguments, string input)
    {
        var set = new Dictionary<string, string>(StringComparer.Ordinal) { ["build"] = build };
        var result = recorder.Run(binary, arguments, input);
        return ModelRecorder.RunOf(number, set, [Path.GetFileName(binary), .. arguments], result) with
        {
            Output = [.. result.Output.Split('\n').Take(result.Output.EndsWith('\n') ? result.Output.Count(c => c == '\n') : int.MaxValue).Where(l => l.Length > 0)],
        };
    }
}
