namespace PatchScribe.Conditionals.Code;

/// <summary>One preprocessing directive (ISO C 6.10): how far it goes, and which of those that matter here it is.</summary>
internal static class DirectiveLine
{
    /// <summary>Index of the newline that ends a logical line, honouring continuations, literals and comments over several lines.</summary>
    public static int End(string text, int i)
    {
        while (i < text.Length)
        {
            var next = text.AsSpan(i).IndexOfAny("\n\"'/");
            if (next < 0)
            {
                return text.Length;
            }

            i += next;
            if (text[i] != '\n')
            {
                var end = CodeText.SkipOpaque(text, i);
                i = end > i ? end : i + 1;
                continue;
            }

            var before = i - 1;
            while (before > 0 && text[before] is '\r' or ' ' or '\t')
            {
                before--;
            }

            if (before < 0 || text[before] != '\\')
            {
                return i;
            }

            i++;
        }

        return text.Length;
    }

    /// <summary>The name of a directive that matters here, else an empty one; no text is made.</summary>
    public static string Known(ReadOnlySpan<char> name) => name switch
    {
        "if" => "if",
        "ifdef" => "ifdef",
        "ifndef" => "ifndef",
        "elif" => "elif",
        "elifdef" => "elifdef",
        "elifndef" => "elifndef",
        "else" => "else",
        "endif" => "endif",
        "define" => "define",
        "undef" => "undef",
        "include" => "include",
        _ => "",
    };
}
