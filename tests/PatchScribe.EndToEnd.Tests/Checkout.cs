using System.Runtime.CompilerServices;

namespace PatchScribe.EndToEnd.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Checkout
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>Full path of a file or folder named relative to the checkout.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
