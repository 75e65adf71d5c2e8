using System.Text.Json;

namespace PatchScribe.EndToEnd.Tests;

/// <summary>What other programs read of <c>check</c>: b4, GitHub, GitLab, SARIF, and git's commit-msg hook.</summary>
public sealed class CheckSocketTests : IDisposable
{
    private const string Property = "    DEFINE_PROP_LINK(\"iommufd\", VFIOPCIDevice, vdev.iommufd, TYPE_IOMMUFD_BACKEND, IOMMUFDBackend *),\n";

    private readonly string folder = Directory.CreateTempSubdirectory("patchscribe-").FullName;

    public CheckSocketTests()
    {
        Git("init", "-q", "-b", "main");
        Git("config", "user.name", "Ines Marlow");
        Git("config", "user.email", "ines@example.org");
        Write("hw/vfio/pci.c", $"static const Property vfio_pci_properties[] = {{\n#ifdef CONFIG_IOMMUFD\n{Property}#endif\n}};\n");
        Git("add", "-A");
        Git("commit", "-q", "-m", "hw/vfio: start");
        Write("hw/vfio/pci.c", $"static const Property vfio_pci_properties[] = {{\n{Property}}};\n");
        Git("add", "-A");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void B4_gets_a_line_a_finding_an_empty_stderr_and_exit_0()
    {
        Git("commit", "-q", "-m", "hw/vfio: eradicate CONFIG_IOMMU");
        var patch = Git("format-patch", "--stdout", "-1").Output;
        var run = Tool.Run(folder, ["check", "-", "--format", "b4"], patch);
        Assert.Equal((0, ""), (run.Exit, run.Errors));
        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Contains(lines, line => line.StartsWith("PS0201: ERROR: ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("PS0106: WARNING: ", StringComparison.Ordinal));
        var review = Tool.Run(folder, ["check", "-", "--format", "b4-review"], patch);
        Assert.Equal((0, ""), (review.Exit, review.Errors));
        using var json = JsonDocument.Parse(review.Output);
        Assert.Equal(lines.Length, json.RootElement.GetArrayLength());
        Assert.Equal(["tool", "status", "summary", "url", "details"], json.RootElement[0].EnumerateObject().Select(property => property.Name));
        Assert.Contains(json.RootElement.EnumerateArray(), one => one.GetProperty("status").GetString() == "fail");
        Assert.Distinct(json.RootElement.EnumerateArray().Select(one => one.GetProperty("tool").GetString()));
    }

    [Fact]
    public void Nothing_to_say_is_silence_and_an_empty_list()
    {
        Git("commit", "-q", "-m", "hw/vfio: expose iommufd without CONFIG_IOMMUFD\n\n    $ qemu-system-x86_64 -device vfio-pci,host=0000:01:00.0,iommufd=iommufd0\n\nInstead of \"Property 'vfio-pci.iommufd' not found\" the user gets\n\"Device 'iommufd0' not found\". This can already happen with CONFIG_IOMMUFD.");
        var patch = Git("format-patch", "--stdout", "-1").Output;
        Assert.Equal(new ToolRun("", "", 0), Tool.Run(folder, ["check", "-", "--format", "b4"], patch));
        Assert.Equal(new ToolRun("[]\n", "", 0), Tool.Run(folder, ["check", "-", "--format", "b4-review"], patch));
    }

    [Theory]
    [InlineData("b4", "")]
    [InlineData("b4-review", "[]\n")]
    public void A_cover_letter_by_itself_is_nothing_to_check(string format, string output) =>
        Assert.Equal(new ToolRun(output, "", 0), Tool.Run(folder, ["check", "-", "--format", format], "From: Ines Marlow <ines@example.org>\nSubject: [PATCH 0/2] hw/vfio: rework\nMessage-ID: <0@example.org>\n\nTwo patches.\n"));

    [NeedsB4Fact]
    public void B4_itself_runs_the_check_on_a_prepared_branch()
    {
        Git("commit", "-q", "-m", "hw/vfio: expose iommufd");
        var home = Path.Combine(folder, ".git", "home");
        Directory.CreateDirectory(home);
        Git("config", "b4.prep-perpatch-check-cmd", $"{Tool.ShellCommand} check - --format b4");
        ToolRun B4(params string[] arguments) => Tool.Start("env", folder, [$"HOME={home}", "b4", .. arguments]);
        var prepared = B4("prep", "-n", "iommufd", "-f", "main");
        Assert.True(prepared.Exit == 0, prepared.Output + prepared.Errors);
        Write("note.txt", "a note\n");
        Git("add", "-A");
        Git("commit", "-q", "-s", "-m", "hw/vfio: eradicate CONFIG_NOWHERE_AT_ALL\n\nThe tree is searched for it.");
        var run = B4("prep", "--check");
        Assert.Contains("PS0201: ERROR: log:1: CONFIG_NOWHERE_AT_ALL", run.Output + run.Errors, StringComparison.Ordinal);
        Assert.Contains("Error: 1", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void GitHub_gets_workflow_commands()
    {
        Git("commit", "-q", "-m", "hw/vfio: eradicate CONFIG_IOMMU");
        var run = Tool.Run(folder, ["check", "--format", "github"]);
        Assert.Equal(1, run.Exit);
        Assert.All(run.Output.TrimEnd('\n').Split('\n'), line => Assert.Matches("^::(error|warning|notice) (file=[^,:]+,(line=[0-9]+,)?)?title=[^:]+::.+$", line));
    }

    [Fact]
    public void GitLab_gets_its_five_fields_and_a_fingerprint_that_stays()
    {
        Git("commit", "-q", "-m", "hw/vfio: eradicate CONFIG_IOMMU");
        var (first, second) = (Tool.Run(folder, ["check", "--format", "gitlab"]).Output, Tool.Run(folder, ["check", "--format", "gitlab"]).Output);
        Assert.Equal(first, second);
        using var json = JsonDocument.Parse(first);
        Assert.NotEqual(0, json.RootElement.GetArrayLength());
        foreach (var one in json.RootElement.EnumerateArray())
        {
            Assert.Equal(["description", "check_name", "fingerprint", "severity", "location"], one.EnumerateObject().Select(property => property.Name));
            Assert.Contains(one.GetProperty("severity").GetString(), (string[])["info", "minor", "major", "critical", "blocker"]);
            Assert.True(one.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32() >= 1);
        }
    }

    [Fact]
    public void Sarif_names_every_rule_that_its_results_point_at()
    {
        Git("commit", "-q", "-m", "hw/vfio: eradicate CONFIG_IOMMU");
        using var json = JsonDocument.Parse(Tool.Run(folder, ["check", "--format", "sarif"]).Output);
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        var run = json.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
            Assert.Contains(result.GetProperty("level").GetString(), (string[])["none", "note", "warning", "error"]);
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
        }
    }

    [NeedsSarifSchemaFact]
    public async Task Sarif_is_valid_by_the_published_schema()
    {
        var schema = await NJsonSchema.JsonSchema.FromFileAsync(NeedsSarifSchemaFactAttribute.File!);
        Git("commit", "-q", "-m", "hw/vfio: eradicate CONFIG_IOMMU");
        var sarif = Tool.Run(folder, ["check", "--format", "sarif"]).Output;
        Assert.Contains("PS0201", sarif, StringComparison.Ordinal);
        Assert.Empty(schema.Validate(sarif));
        Assert.NotEmpty(schema.Validate(sarif.Replace("\"ruleId\"", "\"rule\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Git_itself_runs_the_installed_commit_msg_hook()
    {
        // The hook calls the tool by its name.
        var bin = Path.Combine(folder, ".git", "bin");
        Write(".git/bin/patchscribe", $"#!/bin/sh\nexec {Tool.ShellCommand} \"$@\"\n");
        Tool.Start("chmod", folder, ["+x", Path.Combine(bin, "patchscribe")]);
        Assert.Equal(0, Tool.Run(folder, ["hook", "install", "--repo", "."]).Exit);
        ToolRun Commit(string message) => Tool.Start("env", folder, [$"PATH={bin}:{Environment.GetEnvironmentVariable("PATH")}", "git", "commit", "-q", "-m", message]);
        var stopped = Commit("hw/vfio: eradicate CONFIG_IOMMU");
        Assert.NotEqual(0, stopped.Exit);
        Assert.Contains("error[PS0201]", stopped.Errors, StringComparison.Ordinal);
        var taken = Commit("hw/vfio: eradicate CONFIG_IOMMUFD");
        Assert.True(taken.Exit == 0, taken.Errors);
        Assert.Equal("hw/vfio: eradicate CONFIG_IOMMUFD\n", Git("log", "-1", "--format=%s").Output);
    }

    [Fact]
    public void The_commit_msg_hook_stops_a_commit_for_errors_alone()
    {
        Write("bad", "hw/vfio: eradicate CONFIG_IOMMU\n\n# Please enter the commit message\n");
        Write("fair", "hw/vfio: drop CONFIG_IOMMUFD\n# ------------------------ >8 ------------------------\ndiff CONFIG_NONSENSE\n");
        var stopped = Tool.Run(folder, ["hook", "commit-msg", "bad"]);
        Assert.Equal(1, stopped.Exit);
        Assert.Contains("PS0201", stopped.Errors, StringComparison.Ordinal);
        var warned = Tool.Run(folder, ["hook", "commit-msg", "fair"]);
        Assert.Equal(0, warned.Exit);
        Assert.Contains("PS0106", warned.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Tool.Run(folder, ["hook", "commit-msg", "missing"]).Exit);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private ToolRun Git(params string[] arguments) => Tool.Start("git", folder, arguments);
}
