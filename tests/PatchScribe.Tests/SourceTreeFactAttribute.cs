using System.Diagnostics;
using System.Text;

namespace PatchScribe.Tests;

/// <summary>
/// A test over the files of a real source tree: the HEAD of the git repository that PATCHSCRIBE_TREE names; skipped, by
/// name, without.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SourceTreeFactAttribute : FactAttribute
{
    public SourceTreeFactAttribute()
    {
        if (Root is null)
        {
            Skip = "no source tree: PATCHSCRIBE_TREE names no git repository";
        }
    }

    /// <summary>The repository; null when there is none.</summary>
    public static string? Root { get; } = Environment.GetEnvironmentVariable("PATCHSCRIBE_TREE") is { Length: > 0 } path && Directory.Exists(path) ? path : null;

    /// <summary>Paths of the tree, by git-ls-tree(1).</summary>
    public static IReadOnlyList<string> Paths()
    {
        using var process = Process.Start(new ProcessStartInfo("git", ["-C", Root!, "ls-tree", "-r", "-z", "--name-only", "HEAD"]) { RedirectStandardOutput = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8 })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
