using PatchScribe.Templating;

namespace PatchScribe.Cli;

/// <summary>Where templates come from: the repository's .patchscribe/templates, then those shipped next to the tool.</summary>
internal static class ToolTemplates
{
    public static TemplateSet Load(string? repository, string? commitLog)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "templates");
        return TemplateSet.Load(repository is null ? [shipped] : [Path.Combine(repository, ".patchscribe", "templates"), shipped], commitLog);
    }
}
