using System.Runtime.CompilerServices;
using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Language;
using PatchScribe.Behaviour.Recording;
using PatchScribe.Behaviour.Runs;
using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Behaviour;

/// <summary>Programs that are really run: small scripts, and Debian's QEMU where it is installed.</summary>
public sealed class RecordingTests : IDisposable
{
    private const string Qemu = "/usr/bin/qemu-system-x86_64";

    private readonly string _directory = Directory.CreateTempSubdirectory("patchscribe-tests-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Outputs_and_exit_status_are_kept_and_the_program_is_called_by_its_name()
    {
        var script = Script("tool", "echo \"$1 out\"; echo \"${0##*/}: $2\" >&2; cat; exit 3");
        var result = Run(script, ["a b", "c"], input: "read");
        Assert.Equal(("a b out\nread", "tool: c\n", 3, false), (result.Output, result.Errors, result.Exit, result.TimedOut));
    }

    [Fact]
    public void A_signal_ends_with_128_and_its_number_and_no_word_of_a_shell()
    {
        var result = Run(Script("crash", "kill -SEGV $$"));
        Assert.Equal(("", 139), (result.Errors, result.Exit));
    }

    [Fact]
    public void The_time_limit_ends_the_program_and_what_it_started()
    {
        var marker = Guid.NewGuid().ToString("N");
        var script = Script("slow", $"(exec -a {marker} sleep 600) & sleep 600", "bash");
        var started = DateTime.UtcNow;
        var result = Run(script, seconds: 1);
        Assert.True(result.TimedOut);
        Assert.True(DateTime.UtcNow - started < TimeSpan.FromSeconds(30));
        Assert.DoesNotContain(Directory.GetFiles("/proc", "cmdline", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1, IgnoreInaccessible = true }), IsOf(marker));
    }

    [Fact]
    public void More_output_than_is_kept_is_cut_and_said()
    {
        var result = Run(Script("loud", "head -c 3000000 /dev/zero | tr '\\0' x"));
        Assert.True(result.Cut);
        Assert.Equal(1024 * 1024, result.Output.Length);
    }

    [Fact]
    public void Only_the_throw_away_directory_can_be_written_and_nothing_of_it_stays()
    {
        var outside = Path.Combine(_directory, "outside");
        var result = Run(Script("writer", $"echo x > {outside}; echo y > here && pwd"));
        Assert.False(Directory.Exists(result.Output.Trim()));
        Assert.StartsWith("/", result.Output, StringComparison.Ordinal);
        Assert.Equal(Isolation.Available.Missing.Contains("the file system is not read-only"), File.Exists(outside));
    }

    [Fact]
    public void There_is_no_network_or_it_is_said()
    {
        var result = Run(Script("net", "tail -n +3 /proc/self/net/dev | grep -vc '^ *lo:'"));
        Assert.True(Isolation.Available.Missing.Contains("the network is not cut off") || result.Output.Trim() == "0", result.Output);
    }

    [Fact]
    public void A_command_is_recorded_on_two_builds_with_the_same_path_around_it()
    {
        var before = Script("old/tool", "echo \"tool: cannot open $1 in $PWD\" >&2; exit 1");
        var after = Script("new/tool", "echo \"tool: no such file: $1 in $PWD\" >&2; exit 2");
        using var recorder = new ProgramRecorder(Isolation.Available, TimeSpan.FromSeconds(20));
        foreach (var command in new[] { new[] { "x" }, ["tool", "x"] })
        {
            var runs = new CommandRecorder(recorder).Record(before, after, command);
            Assert.Equal(["before", "after"], runs.Select(r => r.Set["build"]));
            Assert.All(runs, r => Assert.Equal(["tool", "x"], r.Arguments));
            Assert.Equal([1, 2], runs.Select(r => r.Exit));
            Assert.Equal(runs[0].Stderr.Split(" in ")[1], runs[1].Stderr.Split(" in ")[1]);
        }
    }

    [Fact]
    public void What_cannot_be_run_is_the_users_mistake()
    {
        Assert.Throws<InputException>(() => Run(Path.Combine(_directory, "nothing")));
        var text = Path.Combine(_directory, "text");
        File.WriteAllText(text, "x");
        Assert.Throws<InputException>(() => Run(text));
    }

    [QemuTheory]
    [InlineData("qemu-accelerator", 18)]
    [InlineData("vfio-iommufd", 12)]
    public void Fresh_runs_of_a_real_qemu_agree(string name, int count)
    {
        var model = BehaviourModels.Load(name);
        using var recorder = new ProgramRecorder(Isolation.Available, TimeSpan.FromSeconds(60));
        var runs = new ModelRecorder(model, recorder).Record(Qemu);
        Assert.Equal(count, runs.Count);
        var read = RunReader.Read(RunWriter.Write(runs), "fresh").Runs;
        Assert.All(ModelVerifier.Verify(model, read).Runs, r => Assert.True(r.Verdict == RunVerdict.Agree, $"{string.Join(' ', r.Run.Arguments)}\n{r.Expected.Stderr}\n{r.Run.Stderr}\n{r.Reason}"));
    }

    // Command lines as people mistype them; the program itself says what is right.
    private static readonly string[] Odd =
    [
        "-object iothread,id=0bad", "-object iothread,id=", "-object iothread", "-object nosuch,id=x", "-object iothread,,id=x", "-object id=x,qom-type=iothread",
        "-object iothread,id=io0,bogus=1", "-object iothread,id=io0,poll-max-ns=abc", "-object {\"qom-type\":\"iothread\"}",
        "-object {\"qom-type\":\"iothread\",\"id\":\"io0\",\"bogus\":1}", "-object iothread,id=a -object iothread,id=a", "-object",
        "-object iothread,help -device", "-device vfio-pci", "-device vfio-pci,,host=0", "-device vfio-pci,host=zz", "-device vfio-pci,host=01:00.8",
        "-device vfio-pci,bogus=1,host=zz", "-device vfio-pci,host=zz,bogus=1", "-device vfio-pci,ramfb=on", "-device vfio-pci,host=0000:01:00.0,fd=3",
        "-device host=0000:01:00.0", "-device vfio-pci,host", "-device vfio-foo", "-device nosuch", "-device vfio-ap", "-device vfio-pci,type=x",
        "-device vfio-pci,host=0000:01:00.0,addr=zz", "-device vfio-pci,x-req=x", "-device vfio-pci,rombar=x", "-device vfio-pci,bus=nosuch",
        "-device vfio-pci,display=x", "-device vfio-pci,vf-token=x", "-device {\"driver\":\"vfio-pci\",\"bogus\":1} -device vfio-pci,host=zz",
        "-device {\"driver\":\"vfio-pci\",\"rombar\":\"x\"}", "-device {\"driver\":\"vfio-pci\",\"bootindex\":\"x\"}", "-device {\"driver\":\"vfio-pci\",\"x-req\":\"on\"}", "-device {\"driver\":\"vfio-pci\",\"host\":5}",
        "--device vfio-pci,id=0v", "-device pcie-root-port,id=a -device vfio-pci,id=a,host=zz",
    ];

    [QemuFact]
    public void Mistyped_command_lines_are_foretold_as_a_real_qemu_refuses_them()
    {
        var model = BehaviourModels.Load("vfio-iommufd");
        var recorded = model with { Actions = [.. Odd.Select(o => new ModelAction(o, $"qemu-system-x86_64 {o.Replace("\"", "\\\"", StringComparison.Ordinal)}"))] };
        using var recorder = new ProgramRecorder(Isolation.Available, TimeSpan.FromSeconds(60));
        var runs = new ModelRecorder(recorded, recorder).Record(Qemu);
        Assert.Equal(Odd.Length, runs.Count);
        Assert.All(ModelVerifier.Verify(model, runs).Runs, r => Assert.True(r.Verdict == RunVerdict.Agree, $"{string.Join(' ', r.Run.Arguments)}\n{r.Expected.Stderr}\n{r.Run.Stderr}\n{r.Reason}"));
    }

    private static Predicate<string> IsOf(string marker) => file =>
    {
        try
        {
            return File.ReadAllText(file).Contains(marker, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    };

    private static ProgramResult Run(string program, string[]? arguments = null, string input = "", int seconds = 20)
    {
        using var recorder = new ProgramRecorder(Isolation.Available, TimeSpan.FromSeconds(seconds));
        return recorder.Run(program, arguments ?? [], input);
    }

    private string Script(string name, string body, string shell = "sh")
    {
        var path = Path.Combine(_directory, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/{shell}\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    private sealed class QemuFactAttribute : FactAttribute
    {
        public QemuFactAttribute([CallerMemberName] string test = "")
        {
            if (!File.Exists(Qemu))
            {
                Skip = $"{test}: {Qemu} is not installed (Debian: qemu-system-x86)";
            }
        }
    }

    private sealed class QemuTheoryAttribute : TheoryAttribute
    {
        public QemuTheoryAttribute([CallerMemberName] string test = "")
        {
            if (!File.Exists(Qemu))
            {
                Skip = $"{test}: {Qemu} is not installed (Debian: qemu-system-x86)";
            }
        }
    }
}
