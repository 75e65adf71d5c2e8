using System.Text;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering.SummaryPages;

/// <summary>Writes text of mails into Markdown (CommonMark 0.31) so that it stays text.</summary>
internal static class MarkdownText
{
    private const string Marks = "\\`*_{}[]<>()#+-.!|~&:\"'@^=$%/";

    /// <summary>One line in which every mark that CommonMark or an extension could read is escaped, and control characters are visible.</summary>
    public static string Inline(string text)
    {
        var line = TerminalText.Escape(Quotation.OneLine(text));
        var result = new StringBuilder(line.Length + 16);
        foreach (var c in line)
        {
            _ = Marks.Contains(c, StringComparison.Ordinal) ? result.Append('\\').Append(c) : result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>A fenced block; the fence is longer than any run of backticks inside.</summary>
    public static string Block(string text, string indent)
    {
        var clean = TerminalText.Escape(text.TrimEnd('\n').Replace("\r", "", StringComparison.Ordinal));
        var (longest, run) = (0, 0);
        foreach (var c in clean)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', Math.Max(3, longest + 1));
        return $"{indent}{fence}text\n{indent}{clean.Replace("\n", "\n" + indent, StringComparison.Ordinal)}\n{indent}{fence}\n";
    }
}
