using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;
using YamlDotNet.Core.Events;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PatchScribe.Behaviour.ModelText;

/// <summary>A model, or null when it has errors, and what is wrong with it (line and column in each message).</summary>
public sealed record ModelReading(BehaviourModel? Model, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The same mistakes with their columns.</summary>
    public IReadOnlyList<ModelProblem> Problems { get; init; } = [];
}

/// <summary>Reads a model from its YAML text; the language is described in docs/behaviour-models.md.</summary>
public static class ModelReader
{
    private const int LargestModel = 1024 * 1024;
    private const int DeepestModel = 32;

    /// <summary>Reads the text; <paramref name="source"/> names it in diagnostics, <paramref name="file"/> is its path or null.</summary>
    public static ModelReading Read(string text, string source, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new ModelProblems(source);
        var root = ReadYaml(text, problems);
        if (root is null)
        {
            return new ModelReading(null, problems.Diagnostics) { Problems = problems.Found };
        }

        var node = new ModelNode(root, problems);
        var model = new ModelBuilder(node).Build(file);
        if (problems.Found.Count == 0)
        {
            ModelConsistency.Check(model, node);
        }

        return new ModelReading(problems.Found.Count == 0 ? model : null, problems.Diagnostics) { Problems = problems.Found };
    }

    internal static YamlNode? ReadYaml(string text, ModelProblems problems)
    {
        if (text.Length > LargestModel)
        {
            problems.Add(DiagnosticIds.ModelTooLarge, $"a model has at most {LargestModel} characters", 1, 1);
            return null;
        }

        try
        {
            if (DepthOf(text) > DeepestModel)
            {
                problems.Add(DiagnosticIds.ModelTooLarge, $"a model nests at most {DeepestModel} levels", 1, 1);
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1)
            {
                return stream.Documents[0].RootNode;
            }

            problems.Add(DiagnosticIds.ModelInvalid, "a model is one YAML document", 1, 1);
        }
        catch (YamlException e)
        {
            problems.Add(DiagnosticIds.ModelInvalid, e.InnerException?.Message ?? e.Message, (int)e.Start.Line, (int)e.Start.Column);
        }

        return null;
    }

    // The loader below recurses; this pass over the events does not, and keeps hostile nesting away from it.
    private static int DepthOf(string text)
    {
        var (depth, deepest) = (0, 0);
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext() && deepest <= DeepestModel)
        {
            depth += parser.Current switch
            {
                MappingStart or SequenceStart => 1,
                MappingEnd or SequenceEnd => -1,
                _ => 0,
            };
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }
}
