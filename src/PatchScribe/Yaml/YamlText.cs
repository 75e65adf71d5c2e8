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
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            // The parser's scanner gives up on some open brackets with an InvalidOperationException, which has no place.
            var place = (e as YamlException)?.Start;
            var (open, last) = Unclosed(text, place is { } at ? (int)at.Line : null);
            var message = open is null ? e is YamlException ? e.InnerException?.Message ?? e.Message : "the text cannot be read from here on" : $"this is not closed: '{(open is MappingStart ? '}' : ']')}' is missing";
            var start = open?.Start ?? place ?? last;
            problems.Add(DiagnosticIds.ModelInvalid, message, (int)start.Line, (int)start.Column);
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

    /// <summary>
    /// The innermost bracket or brace that is open where the parser gives up, when the line of that place, where it is known, is no
    /// continuation: it stands no deeper than the line of the bracket. And how far the parser came.
    /// </summary>
    private static (NodeEvent? Open, Mark Last) Unclosed(string text, int? line)
    {
        var open = new Stack<NodeEvent>();
        var last = Mark.Empty;
        try
        {
            var parser = new Parser(new StringReader(text));
            while (parser.MoveNext())
            {
                last = parser.Current!.End;
                if (parser.Current is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow })
                {
                    open.Push((NodeEvent)parser.Current);
                }
                else if (parser.Current is MappingEnd or SequenceEnd && open.Count > 0)
                {
                    open.Pop();
                }
            }
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            // The caller has it.
        }

        var lines = text.Split('\n');
        return (open.TryPeek(out var start) && (line is not { } given || (start.Start.Line < given && Indent(lines, given) <= Indent(lines, (int)start.Start.Line))) ? start : null, last);
    }

    private static int Indent(string[] lines, int line) => line > lines.Length ? 0 : lines[line - 1].TakeWhile(c => c == ' ').Count();
}
