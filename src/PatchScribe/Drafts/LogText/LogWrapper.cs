using System.Text;

namespace PatchScribe.Drafts.LogText;

/// <summary>
/// Wraps prose at a width. A word longer than the width stands alone; no line starts with <c>#</c>, which
/// git-commit(1) would take for a comment; a list item's later lines are indented under its first word.
/// </summary>
internal static class LogWrapper
{
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var hanging = Hanging(text);
        var lines = new List<string>();
        var line = new StringBuilder(text[..(text.Length - text.TrimStart().Length)]);
        var empty = true;
        foreach (var word in text.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!empty && line.Length + 1 + word.Length > width && word[0] != '#')
            {
                lines.Add(line.ToString());
                line.Clear().Append(' ', hanging);
                empty = true;
            }

            if (!empty)
            {
                line.Append(' ');
            }

            line.Append(word);
            empty = false;
        }

        if (!empty)
        {
            lines.Add(line.ToString());
        }

        return lines;
    }

    private static int Hanging(string text)
    {
        var indent = text.Length - text.TrimStart().Length;
        var mark = text.AsSpan(indent);
        var blank = mark.IndexOf(' ');
        var isItem = blank is > 0 and <= 3 && (mark[0] is '-' or '*' or '+' || (char.IsAsciiDigit(mark[0]) && mark[blank - 1] is '.' or ')'));
        return isItem ? indent + blank + 1 : indent;
    }
}
