using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Yaml;
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

        var problems = new YamlProblems(path);
        var answers = YamlText.Read(File.ReadAllText(path), problems) is { } root ? Entries(root) : [];
        return problems.Found is [var first, ..]
            ? throw new InputException($"{path}:{first.Line}: {first.Message}", "mend the file, or remove it to begin anew")
            : answers;
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

    private static List<DraftAnswer> Entries(PlacedNode root)
    {
        if (!root.IsSequence)
        {
            root.Report("a list is expected");
        }

        var answers = new List<DraftAnswer>();
        foreach (var item in root.Items)
        {
            var (id, answer, dismissed) = (item.TextOf("id"), item.TextOf("answer"), item.TextOf("dismissed"));
            if (id is not null && (answer is null) != (dismissed is null))
            {
                answers.Add(new DraftAnswer(id, answer ?? dismissed!, dismissed is not null));
            }
            else
            {
                item.Report("an entry has id, and either answer or dismissed");
            }
        }

        return answers;
    }
}
