using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace PatchScribe.Rendering;

/// <summary>
/// Two texts compared paragraph by paragraph and, where two paragraphs have much in common, word by word, in the marks of
/// git-diff(1) --word-diff: <c>[-gone-]</c>, <c>{+new+}</c>. The layout is the new text's; a word that only moved to another line
/// is no change.
/// </summary>
internal static class WordDiff
{
    private const double MuchInCommon = 0.4;

    public static string Write(string before, string after)
    {
        var (old, now) = (Paragraphs(before), Paragraphs(after));
        var diff = Compare([.. old.Select(Diagnostics.Quotation.OneLine)], [.. now.Select(Diagnostics.Quotation.OneLine)]);
        var parts = new List<string>();
        var at = 0;
        foreach (var block in diff)
        {
            parts.AddRange(now[at..block.InsertStartB]);
            AddChanged(parts, old[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)], now[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
            at = block.InsertStartB + block.InsertCountB;
        }

        parts.AddRange(now[at..]);
        return string.Join("\n\n", parts) + "\n";
    }

    /// <summary>Old and new paragraphs meet in order when they have much in common; the others are gone, or new, as a whole.</summary>
    private static void AddChanged(List<string> parts, string[] gone, string[] added)
    {
        if (!added.Any(paragraph => Array.Exists(gone, old => Share(Words(old), Words(paragraph)) >= MuchInCommon)))
        {
            parts.AddRange(gone.Select(old => $"[-{old}-]").Concat(added.Select(paragraph => $"{{+{paragraph}+}}")));
            return;
        }

        var next = 0;
        foreach (var paragraph in added)
        {
            var words = Words(paragraph);
            var like = Array.FindIndex(gone, next, old => Share(Words(old), words) >= MuchInCommon);
            if (like < 0)
            {
                parts.Add($"{{+{paragraph}+}}");
                continue;
            }

            parts.AddRange(gone[next..like].Select(old => $"[-{old}-]"));
            parts.Add(Changed(Words(gone[like]), words));
            next = like + 1;
        }

        parts.AddRange(gone[next..].Select(old => $"[-{old}-]"));
    }

    private static string Changed((string Text, string Space)[] old, (string Text, string Space)[] now)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var block in Compare([.. old.Select(word => word.Text)], [.. now.Select(word => word.Text)]))
        {
            Append(text, now[at..block.InsertStartB], "", "");
            if (block.DeleteCountA > 0)
            {
                var gone = old[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)];
                text.Append(text.Length > 0 ? gone[0].Space : "").Append("[-").AppendJoin(' ', gone.Select(word => word.Text)).Append("-]");
            }

            Append(text, now[block.InsertStartB..(block.InsertStartB + block.InsertCountB)], "{+", "+}");
            at = block.InsertStartB + block.InsertCountB;
        }

        Append(text, now[at..], "", "");
        return text.ToString();
    }

    private static void Append(StringBuilder text, (string Text, string Space)[] words, string open, string close)
    {
        for (var i = 0; i < words.Length; i++)
        {
            text.Append(text.Length > 0 && words[i].Space.Length == 0 ? " " : words[i].Space).Append(i == 0 ? open : "").Append(words[i].Text).Append(i == words.Length - 1 ? close : "");
        }
    }

    private static IList<DiffBlock> Compare(string[] old, string[] now) =>
        new Differ().CreateLineDiffs(string.Join('\n', old), string.Join('\n', now), ignoreWhitespace: false).DiffBlocks;

    private static double Share((string Text, string Space)[] old, (string Text, string Space)[] now)
    {
        var known = now.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        return old.Length == 0 ? 0 : (double)old.Count(word => known.Contains(word.Text)) / Math.Max(old.Length, now.Length);
    }

    private static string[] Paragraphs(string text) =>
        [.. text.Split("\n\n").Select(paragraph => paragraph.Trim('\n')).Where(paragraph => paragraph.Length > 0)];

    /// <summary>Words with the blanks and line ends before them.</summary>
    private static (string Text, string Space)[] Words(string text)
    {
        var words = new List<(string, string)>();
        for (var i = 0; i < text.Length;)
        {
            var space = i;
            while (i < text.Length && char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            var word = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            if (i > word)
            {
                words.Add((text[word..i], text[space..word]));
            }
        }

        return [.. words];
    }
}
