namespace PatchScribe.Conditionals.Code;

/// <summary>The lexical atoms of C that hide other characters: comments and literals (ISO C 6.4.4.4, 6.4.5, 6.4.9; raw ones of ISO C++ [lex.string]).</summary>
internal static class CodeText
{
    /// <summary>An apostrophe that does not close within so many characters is no character constant (text in assembler, #error).</summary>
    private const int MaxCharacterConstant = 12;

    private const int MaxRawDelimiter = 16;

    public static bool IsIdentifier(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    public static bool StartsIdentifier(char c) => char.IsAsciiLetter(c) || c == '_';

    /// <summary>
    /// End of the comment or literal that starts here; the start itself when there is none. A block comment without end
    /// reaches to the end of the text, a string without end to the end of its line.
    /// </summary>
    public static int SkipOpaque(ReadOnlySpan<char> text, int i) => text[i] switch
    {
        '/' => SkipComment(text, i),
        '"' => IsRaw(text, i) ? SkipRaw(text, i) : SkipString(text, i),
        '\'' => SkipCharacter(text, i),
        _ => i,
    };

    private static int SkipComment(ReadOnlySpan<char> text, int i)
    {
        if (i + 1 >= text.Length || text[i + 1] is not ('/' or '*'))
        {
            return i;
        }

        if (text[i + 1] == '*')
        {
            var close = text[(i + 2)..].IndexOf("*/");
            return close < 0 ? text.Length : i + 2 + close + 2;
        }

        var end = text[i..].IndexOf('\n');
        return end < 0 ? text.Length : i + end;
    }

    private static int SkipString(ReadOnlySpan<char> text, int open)
    {
        for (var i = open + 1; i < text.Length;)
        {
            var next = text[i..].IndexOfAny('"', '\\', '\n');
            if (next < 0)
            {
                return text.Length;
            }

            i += next;
            if (text[i] == '"')
            {
                return i + 1;
            }

            if (text[i] == '\n')
            {
                return i;
            }

            i += 2;
        }

        return text.Length;
    }

    private static int SkipCharacter(ReadOnlySpan<char> text, int open)
    {
        var end = Math.Min(text.Length, open + MaxCharacterConstant);
        for (var i = open + 1; i < end && text[i] != '\n'; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '\'')
            {
                return i + 1;
            }
        }

        return open + 1;
    }

    private static bool IsRaw(ReadOnlySpan<char> text, int quote)
    {
        if (quote == 0 || text[quote - 1] != 'R')
        {
            return false;
        }

        var start = quote - 1;
        while (start > 0 && quote - start <= 4 && IsIdentifier(text[start - 1]))
        {
            start--;
        }

        return text[start..quote] is "R" or "LR" or "uR" or "UR" or "u8R";
    }

    private static int SkipRaw(ReadOnlySpan<char> text, int quote)
    {
        var open = text[quote..].IndexOf('(');
        if (open < 0 || open > MaxRawDelimiter + 1)
        {
            return SkipString(text, quote);
        }

        Span<char> closing = stackalloc char[open + 1];
        closing[0] = ')';
        text.Slice(quote + 1, open - 1).CopyTo(closing[1..]);
        closing[open] = '"';
        var close = text[(quote + open)..].IndexOf(closing);
        return close < 0 ? text.Length : quote + open + close + closing.Length;
    }
}
