using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Language;
using PatchScribe.Behaviour.Runs;

namespace PatchScribe.Behaviour.Recording;

/// <summary>Runs the command lines of a model against a real binary and keeps what it prints; it constructs no environment.</summary>
public sealed class ModelRecorder(BehaviourModel model, ProgramRecorder recorder)
{
    /// <summary>
    /// A run for each action whose program is the binary's, in the model's order; commands of the machine protocol are left out. Each run
    /// holds the variables that could be probed.
    /// </summary>
    public IReadOnlyList<RecordedRun> Record(string binary)
    {
        var set = new EnvironmentProber(model, recorder).Probe(binary);
        var name = Path.GetFileName(binary);
        var runs = new List<RecordedRun>();
        foreach (var action in model.Actions.Where(a => a.Qmp is null))
        {
            var words = CommandLineReader.Split(action.Command);
            if (words.Count > 0 && words[0] == name)
            {
                IReadOnlyList<string> arguments = [.. words.Skip(1), .. model.Recording.Arguments];
                runs.Add(RunOf(runs.Count + 1, set, [name, .. arguments], recorder.Run(binary, arguments, model.Recording.Input)));
            }
        }

        return runs;
    }

    /// <summary>The run of a result; a run that its time limit ended is marked.</summary>
    public static RecordedRun RunOf(int number, IReadOnlyDictionary<string, string> set, IReadOnlyList<string> argv, ProgramResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new RecordedRun(number, set, argv, result.Errors, result.Exit, null) { TimedOut = result.TimedOut, Cut = result.Cut };
    }
}
