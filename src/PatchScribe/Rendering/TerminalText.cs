using System.Globalization;
using System.Text;

namespace PatchScribe.Rendering;

/// <summary>Makes text of mails and repositories safe to print: control and direction characters become visible, tabs and line ends stay.</summary>
public static class TerminalText
{
    /// <summary>C0, C1, ESC, DEL, bidirectional and other format characters as <c>\u{XXXX}</c>; everything else as it is.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var safe = c is '\n' or '\t' || char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            _ = safe ? result.Append(c) : result.Append(CultureInfo.InvariantCulture, $"\\u{{{(int)c:x4}}}");
        }

        return result.ToString();
    }
}
