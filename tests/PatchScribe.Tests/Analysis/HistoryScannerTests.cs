using System.Diagnostics;
using PatchScribe.Analysis;
using PatchScribe.Analysis.Scanning;
using PatchScribe.Diagnostics;
using PatchScribe.Git;
using PatchScribe.Rendering;

namespace PatchScribe.Tests.Analysis;

public sealed class HistoryScannerTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("patchscribe").FullName;

    public HistoryScannerTests()
    {
        Git("init", "-q", "-b", "main");
        Commit("hw/x.c", "#include \"a.h\"\n/* a */\nint f(void)\n{\n    int a;\n    int b;\n    int c;\n    g(a);\n    g(b);\n#ifdef CONFIG_A\n    error_report(\"cannot open the device %s\", n);\n#endif\n}\n", "one");
        Commit("hw/x.c", "#include \"a.h\"\n/* b */\nint f(void)\n{\n    int a;\n    int b;\n    int c;\n    g(a);\n    g(b);\n#ifdef CONFIG_A\n    error_report(\"cannot open the device %s\", n);\n#endif\n}\n", "comment");
        Commit("hw/x.c", "#include \"a.h\"\n/* b */\nint f(void)\n{\n    int a;\n    int b;\n    int c;\n    g(a);\n    g(b);\n    error_report(\"cannot open the device %s\", n);\n}\n", "always");
        Commit("hw/meson.build", "s.add(when: 'CONFIG_B', if_true: files('x.c'))\n", "build");
    }

    [Fact]
    public void A_scan_gives_what_each_commit_gives_alone()
    {
        using var scanner = HistoryScanner.Open(directory, new ScanOptions());
        using var repository = GitRepository.Open(directory);
        var found = scanner.Scan().ToList();
        Assert.Equal((4, 0), (scanner.Count, scanner.Skipped));
        Assert.Equal(["one", "always", "build"], found.Select(one => one.Subject));
        foreach (var one in found)
        {
            var alone = new ChangeAnalyzer([]).Analyze(one.Subject, repository.ReadChanges(repository.ReadCommit(one.Commit!)), one.Commit);
            Assert.Equal(AnalysisJsonWriter.WriteScanLine(alone), AnalysisJsonWriter.WriteScanLine(one));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    public async Task A_window_that_is_full_is_emptied_by_the_batch_it_waits_for(int workers, int waiting)
    {
        using var scanner = HistoryScanner.Open(directory, new ScanOptions { Workers = workers, BatchSize = 1, MaxWaiting = waiting });
        var scan = Task.Run(() => scanner.Scan().Select(one => one.Subject).ToList());
        Assert.Equal(["one", "always", "build"], await scan.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData("CONFIG_A", "one always")]
    [InlineData("CONFIG_B", "build")]
    [InlineData("CONFIG_C", "")]
    public void Only_what_is_about_a_symbol(string symbol, string subjects)
    {
        using var scanner = HistoryScanner.Open(directory, new ScanOptions { Symbols = [symbol] });
        Assert.Equal(subjects, string.Join(' ', scanner.Scan().Select(one => one.Subject)));
    }

    [Fact]
    public void A_range_that_is_none_is_the_users_mistake() =>
        Assert.Throws<InputException>(() => HistoryScanner.Open(directory, new ScanOptions { Range = "no..such" }));

    [Fact]
    public void A_text_as_seen_leads_to_its_call()
    {
        using var repository = GitRepository.Open(directory);
        var found = Assert.Single(new MessageSearch(repository, "HEAD").Find("> prog: -device x: cannot open the\n> device /dev/y: No such file"));
        Assert.Equal(("hw/x.c", 10, "f", "true", "CONFIG_B"), (found.Message.Path, found.Message.Line, found.Message.Function, found.Message.Condition!.ToString(), found.FileCondition));
        Assert.Empty(new MessageSearch(repository, "HEAD").Find("something else entirely went wrong"));
    }

    [Fact]
    public void The_staged_change_and_a_whole_range()
    {
        File.WriteAllText(Path.Combine(directory, "hw", "x.c"), "int f(void)\n{\n    error_report(\"new text here\");\n}\n");
        Git("add", "-A");
        using var repository = GitRepository.Open(directory);
        Assert.Equal("hw/x.c", Assert.Single(repository.ReadStaged()).Path);
        Assert.Equal(2, repository.ReadCombined("HEAD~3..HEAD").Count);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private void Commit(string path, string text, string message)
    {
        var file = Path.Combine(directory, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        Git("add", "-A");
        Git("-c", "user.name=Ines Marlow", "-c", "user.email=ines@example.org", "commit", "-q", "-m", message);
    }

    private void Git(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", ["-C", directory, .. arguments]) { UseShellExecute = false })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
