using System.CommandLine;

namespace PatchScribe.Cli.Archives;

/// <summary>Where the archive is: as asked, else as PATCHSCRIBE_ARCHIVE says, else under the user's data folder (XDG Base Directory Specification).</summary>
internal static class ArchiveOptions
{
    public static Option<string?> Archive() => new("--archive") { Description = "archive file (default: PATCHSCRIBE_ARCHIVE, else patchscribe/archive.sqlite under XDG_DATA_HOME)", HelpName = "FILE" };

    /// <summary>The file; it need not be there.</summary>
    public static string PathOf(string? asked)
    {
        if (asked is not null)
        {
            return asked;
        }

        if (Environment.GetEnvironmentVariable("PATCHSCRIBE_ARCHIVE") is { Length: > 0 } named)
        {
            return named;
        }

        return Path.Combine(XdgFolder.Of("XDG_DATA_HOME", ".local", "share"), "patchscribe", "archive.sqlite");
    }
}
