using PatchScribe.Diagnostics;

namespace PatchScribe.Behaviour.Runs;

/// <summary>One command run on two builds: its words as one types them, and what each build wrote to standard error, with its exit status.</summary>
public sealed record RunPair(string Command, string Before, int BeforeExit, string After, int AfterExit)
{
    /// <summary>Lines of standard output of both builds, as far as they were kept.</summary>
    public IReadOnlyList<string> Output { get; init; } = [];

    /// <summary>True when the user sees a difference.</summary>
    public bool Differs => Before != After || BeforeExit != AfterExit;
}

/// <summary>Pairs recorded runs of one command on two builds: by <c>set.build</c> before and after, else in their order.</summary>
public static class RunPairReader
{
    private const string Build = "build";

    /// <summary>Pairs of a file of runs; a file without one is an <see cref="InputException"/>.</summary>
    public static IReadOnlyList<RunPair> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"no such file: {path}", "record one with patchscribe record --before BIN --after BIN -o FILE -- COMMAND");
        }

        var pairs = Pair(RunReader.Read(File.ReadAllText(path), path).Runs);
        return pairs.Count > 0 ? pairs : throw new InputException($"{path} holds no command that ran on two builds", "record it with patchscribe record --before BIN --after BIN -- COMMAND");
    }

    /// <summary>Pairs in order of the first run of each command.</summary>
    public static IReadOnlyList<RunPair> Pair(IReadOnlyList<RecordedRun> runs)
    {
        var pairs = new List<RunPair>();
        foreach (var group in runs.Where(run => run.Arguments.Count > 0).GroupBy(run => string.Join('\0', run.Arguments.Skip(1)), StringComparer.Ordinal))
        {
            var both = group.ToList();
            var before = both.Find(run => run.Set.GetValueOrDefault(Build) == "before") ?? both[0];
            var after = both.FindLast(run => run.Set.GetValueOrDefault(Build) == "after") ?? both[^1];
            if (!ReferenceEquals(before, after))
            {
                pairs.Add(new RunPair(Command(before.Arguments), before.Stderr, before.Exit, after.Stderr, after.Exit) { Output = [.. before.Output ?? [], .. after.Output ?? []] });
            }
        }

        return pairs;
    }

    /// <summary>The words as a shell takes them, the program without its directory.</summary>
    private static string Command(IReadOnlyList<string> arguments) =>
        string.Join(' ', arguments.Select((word, i) => Quoted(i == 0 ? word[(word.LastIndexOf('/') + 1)..] : word)));

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || "-_=,.:/@+%".Contains(c, StringComparison.Ordinal)) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
