using PatchScribe.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace PatchScribe.Yaml;

/// <summary>Reads the YAML text of a file that people or other programs write (YAML 1.2, one document).</summary>
internal static class YamlText
{
    private const int LargestText = 1024 * 1024;
    private const int DeepestNode = 32;

    /// <summary>
    /// The document's root with places; null when there is none, as in a file of comments alone; null and a problem when the text is
    /// not YAML, holds several documents, has more than 1 Mi characters or more than 32 levels.
    /// </summary>
    public static PlacedNode? Read(string text, YamlProblems problems) =>
        ReadRoot(text, problems) is { } root ? new PlacedNode(root, problems) : null;

    private static YamlNode? ReadRoot(string text, YamlProblems problems)
    {
        if (text.Length > LargestText)
        {
            problems.Add(DiagnosticIds.ModelTooLarge, $"the file has at most {LargestText} characters", 1, 1);
            return null;
        }

        try
        {
            if (DepthOf(text) > DeepestNode)
            {
                problems.Add(DiagnosticIds.ModelTooLarge, $"the file nests at most {DeepestNode} levels", 1, 1);
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count <= 1)
            {
                return stream.Documents.FirstOrDefault()?.RootNode;
            }

            problems.Add(DiagnosticIds.ModelInvalid, "one YAML document is expected", 1, 1);
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
        while (parser.MoveNext() && deepest <= DeepestNode)
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
