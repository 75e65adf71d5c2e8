using System.Security.Cryptography;
using System.Text;
using PatchScribe.Git;

namespace PatchScribe.Cli;

/// <summary>Where the words of a repository's trees are kept: under the user's cache folder (XDG Base Directory Specification), one file a repository.</summary>
internal static class WordCache
{
    public static string? PathOf(GitRepository repository)
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var folder = !string.IsNullOrEmpty(cache) && Path.IsPathRooted(cache) ? cache : home.Length > 0 ? Path.Combine(home, ".cache") : null;
        return folder is null ? null : Path.Combine(folder, "patchscribe", "words", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(repository.FullPath)))[..16]);
    }
}
