using System.Diagnostics;

namespace PatchScribe.Tests.Git;

/// <summary>A git repository in a temporary folder, with people and dates that never change.</summary>
internal sealed class TemporaryRepository : IDisposable
{
    public TemporaryRepository() => Git("init", "-q", "-b", "main");

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("patchscribe-").FullName;

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    public void Write(string path, string text)
    {
        var full = Path.Combine(Directory, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Commits everything and gives the full id.</summary>
    public string Commit(string message)
    {
        Git("add", "-A");
        Git("commit", "-q", "--allow-empty", "-m", message);
        return Git("rev-parse", "HEAD").Trim();
    }

    /// <summary>Runs git and gives its output; throws when it fails.</summary>
    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", Directory, "-c", "user.name=Ines Marlow", "-c", "user.email=ines@example.org", .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["GIT_AUTHOR_DATE"] = "2026-05-04T09:00:00Z", ["GIT_COMMITTER_DATE"] = "2026-05-04T09:00:00Z" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)} failed");
    }
}
