using System.Text;
using PatchScribe.Plumbing;

namespace PatchScribe.Git;

/// <summary>Where git looks for the hooks of a repository (githooks(5)): its own core.hooksPath, else hooks in the common git directory.</summary>
public static class HooksFolder
{
    /// <summary>The folder; null when the directory is no repository.</summary>
    public static string? Find(string directory)
    {
        if (GitProcess.Run(directory, out _, "rev-parse", "--git-common-dir") is not { } common)
        {
            return null;
        }

        var own = GitProcess.Run(directory, out _, "config", "--local", "--get", "core.hooksPath") is { } set ? Text(set) : "";
        return Path.GetFullPath(own.Length > 0 ? own : Path.Combine(Text(common), "hooks"), Path.GetFullPath(directory));
    }

    private static string Text(byte[] output) => Encoding.UTF8.GetString(output).TrimEnd('\n');
}
