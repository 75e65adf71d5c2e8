using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;
using PatchScribe.Yaml;

namespace PatchScribe.Behaviour.ModelText;

/// <summary>A model, or null when it has errors, and what is wrong with it (line and column in each message).</summary>
public sealed record ModelReading(BehaviourModel? Model, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The same mistakes with their columns.</summary>
    public IReadOnlyList<YamlProblem> Problems { get; init; } = [];
}

/// <summary>Reads a model from its YAML text; the language is described in docs/behaviour-models.md.</summary>
public static class ModelReader
{
    /// <summary>Reads the text; <paramref name="source"/> names it in diagnostics, <paramref name="file"/> is its path or null.</summary>
    public static ModelReading Read(string text, string source, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new YamlProblems(source);
        var node = YamlText.Read(text, problems);
        if (node is null)
        {
            if (problems.Found.Count == 0)
            {
                problems.Add(DiagnosticIds.ModelInvalid, "a model is expected", 1, 1);
            }

            return new ModelReading(null, problems.Diagnostics) { Problems = problems.Found };
        }

        var model = new ModelBuilder(node).Build(file);
        if (problems.Found.Count == 0)
        {
            ModelConsistency.Check(model, node);
        }

        return new ModelReading(problems.Found.Count == 0 ? model : null, problems.Diagnostics) { Problems = problems.Found };
    }
}
