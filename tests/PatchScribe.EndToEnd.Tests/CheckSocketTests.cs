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
    }

    [Fact]
    public void Nothing_to_say_is_silence_and_an_empty_list()
    {
        Git("commit", "-q", "-m", "hw/vfio: expose iommufd without CONFIG_IOMMUFD\n\nInstead of \"Property 'vfio-pci.iommufd' not found\" the user gets\n\"Device 'iommufd0' not found\". This can already happen with CONFIG_IOMMUFD.");
        var patch = Git("format-patch", "--stdout", "-1").Output;
        Assert.Equal(new ToolRun("", "", 0), Tool.Run(folder, ["check", "-", "--format", "b4"], patch));
        Assert.Equal(new ToolRun("[]\n", "", 0), Tool.Run(folder, ["check", "-", "--format", "b4-review"], patch));
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
