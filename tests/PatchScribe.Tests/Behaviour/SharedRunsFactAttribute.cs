using System.Runtime.CompilerServices;

namespace PatchScribe.Tests.Behaviour;

/// <summary>A test over the developers' recorded runs, beside the checkout or where PATCHSCRIBE_SHARED points; skipped, by name, without them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedRunsFactAttribute : FactAttribute
{
    public SharedRunsFactAttribute([CallerMemberName] string test = "")
    {
        if (!File.Exists(Runs))
        {
            Skip = $"{test}: no recorded runs; put them at ../shared/facts or set PATCHSCRIBE_SHARED";
        }
    }

    public static string Runs { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("PATCHSCRIBE_SHARED") ?? RepositoryRoot.PathOf("..", "shared"), "facts", "vfio-iommufd-runs.jsonl");
}
