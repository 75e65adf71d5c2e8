using System.Runtime.CompilerServices;

namespace PatchScribe.Tests;

/// <summary>Finds files of the checkout that the tests were built from.</summary>
internal static class RepositoryRoot
{
    private static readonly string Root = Find();

    /// <summary>Full path of a file named relative to the checkout.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find([CallerFilePath] string thisFile = "")
    {
        var directory = Path.GetDirectoryName(thisFile);
        while (directory is not null && !File.Exists(Path.Combine(directory, "PatchScribe.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory ?? throw new InvalidOperationException($"no PatchScribe.sln above {thisFile}");
    }
}
