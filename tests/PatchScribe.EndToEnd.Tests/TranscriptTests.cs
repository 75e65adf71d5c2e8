[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace PatchScribe.EndToEnd.Tests;

/// <summary>
/// Every run that is written down under samples/ and Goldens/ gives the same bytes again. PATCHSCRIBE_UPDATE_GOLDENS=1 writes them
/// anew (never in CI); a golden under known-miss/ pins a wrong answer and stands in docs/limits.md.
/// </summary>
public sealed class TranscriptTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("PATCHSCRIBE_UPDATE_GOLDENS") == "1";

    static TranscriptTests() => Tool.Start("sh", Checkout.PathOf(), [Checkout.PathOf("samples", "iommufd-property", "build-repo.sh")]);

    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        foreach (var file in Transcripts())
        {
            data.Add(Path.GetRelativePath(Checkout.PathOf(), file));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_run_gives_the_bytes_that_are_written_down(string file)
    {
        var transcript = Transcript.Read(Checkout.PathOf(file));
        var actual = transcript.Run();
        if (Update && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(transcript.File, actual);
        }
        else
        {
            Assert.Equal(transcript.Text, actual);
        }
    }

    [Fact]
    public void Goldens_are_never_rewritten_in_CI() =>
        Assert.False(Update && Environment.GetEnvironmentVariable("CI") == "true", "PATCHSCRIBE_UPDATE_GOLDENS is set in CI");

    [Fact]
    public void Two_runs_are_byte_equal() => Assert.All(Transcripts().Select(Transcript.Read), transcript => Assert.Equal(transcript.Run(), transcript.Run()));

    [Fact]
    public void Every_known_miss_stands_in_the_limits()
    {
        var limits = File.ReadAllText(Checkout.PathOf("docs", "limits.md"));
        Assert.All(Transcripts().Where(file => file.Contains("known-miss", StringComparison.Ordinal)), file => Assert.Contains(Path.GetFileNameWithoutExtension(file), limits, StringComparison.Ordinal));
    }

    [Fact]
    public void The_run_of_the_README_is_the_golden_one()
    {
        var golden = File.ReadAllText(Checkout.PathOf("samples", "iommufd-property", "expected", "draft.run"));
        var output = golden[..golden.IndexOf("--- stderr", StringComparison.Ordinal)].Replace("--- stdout\n", "", StringComparison.Ordinal);
        Assert.Contains($"```console\n{output}```", File.ReadAllText(Checkout.PathOf("README.md")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Transcripts() =>
        new[] { Checkout.PathOf("samples"), Checkout.PathOf("tests", "PatchScribe.EndToEnd.Tests", "Goldens") }.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.run", SearchOption.AllDirectories)).Order(StringComparer.Ordinal);
}
