using System.Runtime.CompilerServices;

namespace PatchScribe.Tests.Threads;

/// <summary>A test over labelled real threads, which lie beside the checkout or where PATCHSCRIBE_SHARED points; skipped without them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LabelledFactAttribute : FactAttribute
{
    public LabelledFactAttribute([CallerMemberName] string test = "")
    {
        if (!Directory.Exists(Folder))
        {
            Skip = $"{test}: no labelled threads; put them at ../shared/corpus/threads or set PATCHSCRIBE_SHARED";
        }
    }

    public static string Folder { get; } =
        Path.Combine(Environment.GetEnvironmentVariable("PATCHSCRIBE_SHARED") ?? RepositoryRoot.PathOf("..", "shared"), "corpus", "threads");
}
