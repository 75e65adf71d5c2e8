using System.CommandLine;
using PatchScribe.Behaviour.Recording;
using PatchScribe.Behaviour.Runs;
using PatchScribe.Diagnostics;

namespace PatchScribe.Cli;

/// <summary>What the commands that run real programs have in common: the time limit, where runs go, and what is said about the isolation.</summary>
internal static class RecordSource
{
    private const int LongestSeconds = 3600;

    public static Option<int> TimeLimit() => new("--time-limit") { Description = "seconds after which a run is ended", HelpName = "SECONDS", DefaultValueFactory = _ => 10 };

    public static Option<string?> Output() => new("--output", "-o") { Description = "file that the runs are written to (default: standard output)", HelpName = "RUNS.jsonl" };

    /// <summary>A recorder; what it cannot keep the programs from is said on standard error.</summary>
    public static ProgramRecorder Recorder(int seconds)
    {
        if (seconds is < 1 or > LongestSeconds)
        {
            throw new InputException($"{seconds} seconds is no time limit", $"give 1 to {LongestSeconds}");
        }

        foreach (var missing in Isolation.Available.Missing)
        {
            Console.Error.WriteLine($"patchscribe: {missing}: unshare is not permitted here");
        }

        return new ProgramRecorder(Isolation.Available, TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Writes the runs and says which of them their limits ended.</summary>
    public static void Write(string? path, IReadOnlyList<RecordedRun> runs)
    {
        var text = RunWriter.Write(runs);
        foreach (var run in runs.Where(r => r.TimedOut || r.Cut))
        {
            Console.Error.WriteLine(Rendering.TerminalText.Escape($"patchscribe: run {run.Number} ({string.Join(' ', run.Arguments)}) {(run.TimedOut ? "was ended by the time limit" : "wrote more than is kept")}"));
        }

        if (path is null)
        {
            Console.Out.Write(text);
            return;
        }

        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot write {path}: {e.Message}", "check the path", e);
        }

        Console.Error.WriteLine(Rendering.TerminalText.Escape($"patchscribe: {runs.Count} runs written to {path}"));
    }
}
