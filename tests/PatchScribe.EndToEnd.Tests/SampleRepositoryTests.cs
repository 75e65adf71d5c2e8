using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace PatchScribe.EndToEnd.Tests;

/// <summary>The sample's script builds the repository that its thread speaks of.</summary>
public sealed class SampleRepositoryTests
{
    [Fact]
    public void The_script_builds_the_change_that_the_thread_carries()
    {
        var sample = Path.Combine(Checkout(), "samples", "iommufd-property");
        Run("sh", Path.Combine(sample, "build-repo.sh"));
        var diff = Run("git", "-C", Path.Combine(sample, "repo"), "show", "--format=", "v1");
        var thread = File.ReadAllText(Path.Combine(sample, "thread.mbox"));
        Assert.Contains(diff.Trim(), thread, StringComparison.Ordinal);
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private static string Checkout([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
