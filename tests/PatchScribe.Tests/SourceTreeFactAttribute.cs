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
}
