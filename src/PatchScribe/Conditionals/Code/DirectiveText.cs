using System.Text;

namespace PatchScribe.Conditionals.Code;

/// <summary>The text of a preprocessor line as the compiler sees it behind phase 3 of ISO C 5.1.1.2.</summary>
internal static class DirectiveText
{
    /// <summary>Leaves out comments and continuations; literals stay as they are.</summary>
    public static string Clean(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('/', '\\', '"') < 0)
        {
            return text.Trim().ToString();
        }

        var cleaned = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            var end = CodeText.SkipOpaque(text, i);
            if (end == i)
            {
                var continued = c == '\\' && i + 1 < text.Length && text[i + 1] is '\n' or '\r';
                cleaned.Append(continued || c is '\n' or '\r' ? ' ' : c);
                i += continued ? 2 : 1;
                continue;
            }

            _ = c == '/' ? cleaned.Append(' ') : cleaned.Append(text[i..end]);
            i = end;
        }

        return cleaned.ToString().Trim();
    }
}
