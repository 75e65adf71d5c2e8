namespace PatchScribe.Behaviour.Expressions;

/// <summary>Cuts a condition into names, quoted values and operators.</summary>
internal static class ExpressionTokens
{
    private const string Operators = "()!,<>=&|";

    /// <summary>The tokens of the text; a <see cref="FormatException"/> names what is none.</summary>
    public static List<string> Read(string text)
    {
        var tokens = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var length = LengthAt(text, at);
            tokens.Add(text.Substring(at, length));
            at += length;
        }

        return tokens;
    }

    private static int LengthAt(string text, int at)
    {
        var c = text[at];
        if (c is '"' or '\'')
        {
            var end = text.IndexOf(c, at + 1);
            return end < 0 ? throw new FormatException($"a {c} is not closed") : end - at + 1;
        }

        if (at + 1 < text.Length && text.Substring(at, 2) is "&&" or "||" or "==" or "!=" or "<=" or ">=")
        {
            return 2;
        }

        if (Operators.Contains(c, StringComparison.Ordinal))
        {
            return c is '(' or ')' or '!' or ',' or '<' or '>' ? 1 : throw new FormatException($"'{c}' stands alone; write it twice");
        }

        var stop = at;
        while (stop < text.Length && !char.IsWhiteSpace(text[stop]) && !Operators.Contains(text[stop], StringComparison.Ordinal))
        {
            stop++;
        }

        return stop - at;
    }
}
