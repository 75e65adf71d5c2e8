using PatchScribe.Review.Quoting;

namespace PatchScribe.Review.Statements;

/// <summary>A sentence of a remark and the 1-based lines of the mail (inclusive) at which it stands.</summary>
internal sealed record Sentence(string Text, int FirstLine, int LastLine);

/// <summary>Splits mail prose into sentences at <c>. ! ?</c> before a blank and a letter that is no lower-case one, and at list items.</summary>
internal static class Sentences
{
    private static readonly string[] Abbreviations = ["i.e", "e.g", "etc", " vs", " cf", "Fig", " al", "resp", " Dr", " Mr"];

    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Ends(text, i) is var length and > 0)
            {
                yield return text[start..(i + length)].Trim();
                start = i + length;
                i = start - 1;
            }
        }

        if (text[start..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    /// <summary>The sentences of the given lines with the lines that hold them.</summary>
    public static IEnumerable<Sentence> Of(IReadOnlyList<ReplyLine> lines)
    {
        var from = 0;
        for (var i = 1; i <= lines.Count; i++)
        {
            if (i == lines.Count || IsItem(lines[i].Text))
            {
                foreach (var sentence in Within(lines, from, i))
                {
                    yield return sentence;
                }

                from = i;
            }
        }
    }

    private static IEnumerable<Sentence> Within(IReadOnlyList<ReplyLine> lines, int from, int to)
    {
        var ends = new List<int>();
        var length = 0;
        for (var i = from; i < to; i++)
        {
            length += lines[i].Words.Length + lines[i].Glue.Length;
            ends.Add(length);
        }

        var text = ReplyLine.Join(lines.Skip(from).Take(to - from));
        var at = 0;
        var line = 0;
        foreach (var sentence in Of(text))
        {
            at = text.IndexOf(sentence, at, StringComparison.Ordinal);
            while (ends[line] <= at)
            {
                line++;
            }

            var first = line;
            at += sentence.Length;
            while (ends[line] < at)
            {
                line++;
            }

            yield return new Sentence(sentence, lines[from + first].Number, lines[from + line].Number);
        }
    }

    private static bool IsItem(string line)
    {
        var text = line.TrimStart();
        return text.Length > 2 && ((text[0] is '-' or '*' && text[1] == ' ') || (char.IsAsciiDigit(text[0]) && text[1] is ')' or '.' && text[2] == ' '));
    }

    /// <summary>How many characters end a sentence here (the mark, and a quote or bracket that closes behind it), 0 when none ends.</summary>
    private static int Ends(string text, int i)
    {
        if (text[i] is not ('.' or '!' or '?' or '…'))
        {
            return 0;
        }

        var next = i + 1;
        while (next < text.Length && text[next] is '"' or ')' or '\'' or '”' or '.' or '!' or '?')
        {
            next++;
        }

        var ends = next == text.Length || (text[next] == ' ' && next + 1 < text.Length && !char.IsLower(text[next + 1]));
        return ends && !(text[i] == '.' && next < text.Length && Array.Exists(Abbreviations, word => text.AsSpan(0, i).EndsWith(word, StringComparison.Ordinal))) ? next - i : 0;
    }
}
