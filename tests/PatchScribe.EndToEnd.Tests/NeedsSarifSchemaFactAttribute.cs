namespace PatchScribe.EndToEnd.Tests;

/// <summary>A test that needs the published schema of SARIF 2.1.0, which test.sh takes from an npm package; it is skipped, by name, without.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsSarifSchemaFactAttribute : FactAttribute
{
    public NeedsSarifSchemaFactAttribute() => Skip = File is null ? "no SARIF schema: run ./test.sh once, or set PATCHSCRIBE_SARIF_SCHEMA" : null;

    /// <summary>Where the schema is, or null.</summary>
    public static string? File { get; } = new[] { Environment.GetEnvironmentVariable("PATCHSCRIBE_SARIF_SCHEMA"), Checkout.PathOf("artifacts", "sarif-2.1.0.json") }
        .FirstOrDefault(path => !string.IsNullOrEmpty(path) && new FileInfo(path) is { Exists: true, Length: > 0 });
}
