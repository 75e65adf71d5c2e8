namespace PatchScribe.Tests;

/// <summary>
/// A test that measures with the labelled discussions of the developers (<c>../shared</c> beside the checkout, or
/// PATCHSCRIBE_SHARED); skipped, by name, where they are not there.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedCorpusFactAttribute : FactAttribute
{
    public SharedCorpusFactAttribute()
    {
        if (Root is null)
        {
            Skip = "no labelled discussions: neither ../shared nor PATCHSCRIBE_SHARED is there";
        }
    }

    /// <summary>The folder that holds corpus, seed and facts; null when there is none.</summary>
    public static string? Root { get; } = new[] { Environment.GetEnvironmentVariable("PATCHSCRIBE_SHARED"), RepositoryRoot.PathOf("..", "shared") }
        .FirstOrDefault(path => !string.IsNullOrEmpty(path) && Directory.Exists(path));

    /// <summary>Full path of a file of the folder.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root!, .. parts]);
}
