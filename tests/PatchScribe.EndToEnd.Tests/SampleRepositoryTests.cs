namespace PatchScribe.EndToEnd.Tests;

/// <summary>The sample's script builds the repository that its thread speaks of.</summary>
public sealed class SampleRepositoryTests
{
    [Fact]
    public void The_script_builds_the_change_that_the_thread_carries()
    {
        var sample = Checkout.PathOf("samples", "iommufd-property");
        Assert.Equal(0, Tool.Start("sh", sample, [Path.Combine(sample, "build-repo.sh")]).Exit);
        var diff = Tool.Start("git", Path.Combine(sample, "repo"), ["show", "--format=", "v1"]).Output;
        Assert.Contains(diff.Trim(), File.ReadAllText(Path.Combine(sample, "thread.mbox")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_line_of_a_scan_is_as_documented()
    {
        var sample = Checkout.PathOf("samples", "iommufd-property");
        Assert.Equal(0, Tool.Start("sh", sample, [Path.Combine(sample, "build-repo.sh")]).Exit);
        var lines = Tool.Run(sample, ["scan", "--repo", Path.Combine(sample, "repo"), "--format", "jsonl"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 1, "no commit of the sample changes a condition");
        Assert.All(lines[..^1], line => Assert.Empty(JsonDocumentTests.Problems(line)));
    }
}
