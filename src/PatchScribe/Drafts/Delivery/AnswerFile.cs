using System.Text;
using PatchScribe.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PatchScribe.Drafts.Delivery;

/// <summary>
/// What the author answered to open points and which ones were dismissed, kept in <c>.patchscribe/answers.yml</c> so
/// that the next version is drafted with them: a list of <c>id</c> with <c>answer</c> or <c>dismissed</c>.
/// </summary>
public static class AnswerFile
{
    /// <summary>Answers of a file; none when it does not exist. What is no such list is an <see cref="InputException"/> with the line.</summary>
    public static IReadOnlyList<DraftAnswer> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            var stream = new YamlStream();
            using var reader = new StreamReader(path, Encoding.UTF8);
            stream.Load(reader);
            return stream.Documents.Count == 0 ? [] : [.. Entries(path, stream.Documents[0].RootNode)];
        }
        catch (YamlException e)
        {
            throw Wrong(path, e.Start.Line, e.Message);
        }
    }

    /// <summary>Writes the answers, the newest of each id, ordered by id.</summary>
    public static void Write(string path, IEnumerable<DraftAnswer> answers)
    {
        var list = new YamlSequenceNode(answers.GroupBy(answer => answer.Id, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Last()).Select(answer => new YamlMappingNode("id", answer.Id, answer.Dismissed ? "dismissed" : "answer", answer.Text)));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        writer.WriteLine("# Answers to what review threads asked; written by patchscribe draft --answer and --dismiss.");
        new YamlStream(new YamlDocument(list)).Save(writer, assignAnchors: false);
    }

    private static IEnumerable<DraftAnswer> Entries(string path, YamlNode root)
    {
        if (root is not YamlSequenceNode list)
        {
            throw Wrong(path, root.Start.Line, "a list is expected");
        }

        foreach (var node in list)
        {
            var (id, answer, dismissed) = (Value(node, "id"), Value(node, "answer"), Value(node, "dismissed"));
            yield return id is not null && (answer is null) != (dismissed is null)
                ? new DraftAnswer(id, answer ?? dismissed!, dismissed is not null)
                : throw Wrong(path, node.Start.Line, "an entry has id, and either answer or dismissed");
        }
    }

    private static string? Value(YamlNode node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? (value as YamlScalarNode)?.Value : null;

    private static InputException Wrong(string path, long line, string what) =>
        new($"{path}:{line}: {what}", "mend the file, or remove it to begin anew");
}
