using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Runs;

namespace PatchScribe.Tests.Behaviour;

/// <summary>Runs of real programs, held against the models byte for byte.</summary>
public sealed class RecordedRunsTests
{
    [SharedRunsFact]
    public void Every_run_of_the_thirteen_builds_agrees() => AllAgree("vfio-iommufd", SharedRunsFactAttribute.Runs, 289);

    // Recorded by this project with Debian's qemu-system-x86_64 7.2.22.
    [Theory]
    [InlineData("vfio-iommufd", "vfio-7.2.22.jsonl", 93)]
    [InlineData("qemu-accelerator", "accelerator-7.2.22.jsonl", 54)]
    public void Every_run_of_our_own_agrees(string model, string file, int count) =>
        AllAgree(model, RepositoryRoot.PathOf("tests", "PatchScribe.Tests", "Behaviour", "Runs", file), count);

    [Fact]
    public void A_run_that_nobody_predicted_disagrees_and_one_of_another_program_is_not_covered()
    {
        var set = new Dictionary<string, string> { ["qemu.version"] = "7.2.22" };
        var verification = ModelVerifier.Verify(BehaviourModels.Load("vfio-iommufd"),
        [
            new RecordedRun(1, set, ["qemu-system-x86_64", "-device", "vfio-pci"], "all is well\n", 0, null),
            new RecordedRun(2, set, ["qemu-img", "info"], "", 0, null),
            new RecordedRun(3, set, ["qemu-system-x86_64", "-made-up"], "", 0, null),
            new RecordedRun(4, new Dictionary<string, string> { ["no.such"] = "y" }, ["qemu-system-x86_64"], "", 0, null),
            new RecordedRun(5, set, ["qemu-system-x86_64"], "", 137, null) { TimedOut = true },
            new RecordedRun(6, set, ["qemu-system-x86_64"], "", 0, null),
        ]);
        Assert.Equal(
            [RunVerdict.Disagree, RunVerdict.NotCovered, RunVerdict.NotCovered, RunVerdict.NotCovered, RunVerdict.NotCovered, RunVerdict.Agree],
            verification.Runs.Select(r => r.Verdict));
    }

    [Fact]
    public void Written_runs_are_read_as_they_were()
    {
        var run = new RecordedRun(7, new Dictionary<string, string> { ["a"] = "b" }, ["prog", "-x", "\"quoted\" ü"], "line\n\tü\u001b", 139, ["one", "two"]) { TimedOut = true };
        var reading = RunReader.Read(RunWriter.Write([run, run with { Number = null, Output = null }]) + "not a run\n{\"argv\": 3}\n", "file");
        Assert.Equal(2, reading.Runs.Count);
        Assert.Equal([3, 4], reading.Diagnostics.Select(d => d.Line ?? 0));
        var read = reading.Runs[0];
        Assert.Equal((run.Number, run.Stderr, run.Exit, run.TimedOut), (read.Number, read.Stderr, read.Exit, read.TimedOut));
        Assert.Equal(run.Arguments, read.Arguments);
        Assert.Equal(run.Output, read.Output);
        Assert.Equal(run.Set, read.Set);
        Assert.Null(reading.Runs[1].Output);
    }

    private static void AllAgree(string model, string file, int count)
    {
        var reading = RunReader.Read(File.ReadAllText(file), file);
        Assert.Empty(reading.Diagnostics);
        var verification = ModelVerifier.Verify(BehaviourModels.Load(model), reading.Runs);
        Assert.Equal(count, verification.Runs.Count);
        Assert.All(verification.Runs, run => Assert.True(
            run.Verdict == RunVerdict.Agree, $"run {run.Run.Number}: {string.Join(' ', run.Run.Arguments)}\nexpected {run.Expected.Stderr}\nobserved {run.Run.Stderr}\n{run.Reason}"));
    }
}
