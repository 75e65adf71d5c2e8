using PatchScribe.Drafts.LogText;
using PatchScribe.Git;

namespace PatchScribe.Cli;

/// <summary>The profile: as asked, else by what stands in the tree, else by the lists the mail went to.</summary>
internal static class ProfileSource
{
    public static LogProfile Find(string? asked, GitRepository? repository, string revision, IEnumerable<string> addresses)
    {
        if (asked is not null)
        {
            return LogProfile.Named(asked);
        }

        if (repository is not null)
        {
            return LogProfile.Named(repository.ReadFile(revision, "qemu-options.hx") is not null ? "qemu"
                : repository.ReadFile(revision, "Documentation/process/submitting-patches.rst") is not null ? "linux"
                : repository.ReadFile(revision, "git.c") is not null ? "git" : "qemu");
        }

        var all = string.Join(' ', addresses);
        return LogProfile.Named(all.Contains("qemu", StringComparison.OrdinalIgnoreCase) ? "qemu"
            : all.Contains("git@vger.kernel.org", StringComparison.OrdinalIgnoreCase) ? "git"
            : all.Contains("kernel.org", StringComparison.OrdinalIgnoreCase) || all.Contains("lists.linux", StringComparison.OrdinalIgnoreCase) ? "linux" : "qemu");
    }
}
