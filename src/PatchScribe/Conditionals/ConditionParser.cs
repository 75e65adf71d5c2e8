namespace PatchScribe.Conditionals;

/// <summary>
/// Reads the boolean part of C preprocessor expressions (ISO C 6.10.1) and of Kconfig, meson and QAPI conditions with
/// the same signs. Nesting is bounded; what is not boolean becomes one opaque symbol with its blanks squeezed.
/// </summary>
internal ref struct ConditionParser
{
    private const int MaxNesting = 64;

    private static readonly string[] Wrappers = ["defined", "IS_ENABLED", "IS_BUILTIN", "IS_MODULE", "IS_REACHABLE", "__is_defined", "CONFIG_IS_ENABLED"];

    private readonly List<string> tokens;
    private int at;
    private int depth;

    private ConditionParser(List<string> tokens) => this.tokens = tokens;

    public static Condition Parse(string expression)
    {
        var read = Tokenize(expression);
        if (read.Count == 0)
        {
            return Condition.True;
        }

        var parser = new ConditionParser(read);
        var condition = parser.Or();
        return parser.at == read.Count && condition is not null ? condition : Opaque(read);
    }

    private Condition? Or()
    {
        var left = And();
        while (left is not null && Take("||"))
        {
            left = And() is { } right ? left.Or(right) : null;
        }

        return left;
    }

    private Condition? And()
    {
        var left = Unary();
        while (left is not null && Take("&&"))
        {
            left = Unary() is { } right ? left.And(right) : null;
        }

        return left;
    }

    private Condition? Unary()
    {
        var negated = false;
        while (Take("!"))
        {
            negated = !negated;
        }

        var start = at;
        var inner = Primary();
        if (inner is null || !AtBorder())
        {
            at = start;
            inner = Comparison();
        }

        return negated ? inner?.Not() : inner;
    }

    private Condition? Primary()
    {
        if (at >= tokens.Count)
        {
            return null;
        }

        if (Take("("))
        {
            if (++depth > MaxNesting)
            {
                return null;
            }

            var inner = Or();
            depth--;
            return inner is not null && Take(")") ? inner : null;
        }

        var token = tokens[at];
        if (char.IsAsciiDigit(token[0]))
        {
            at++;
            return token.TrimEnd('L', 'U', 'l', 'u') is "0" or "0x0" ? Condition.False : Condition.True;
        }

        if (token is "true" or "false")
        {
            at++;
            return token == "true" ? Condition.True : Condition.False;
        }

        return IsName(token) ? Name() : null;
    }

    private Condition? Name()
    {
        var name = tokens[at++];
        if (Array.IndexOf(Wrappers, name) < 0)
        {
            return Condition.Symbol(name);
        }

        var bracket = Take("(");
        if (at >= tokens.Count || !IsName(tokens[at]))
        {
            return null;
        }

        var symbol = tokens[at++];
        return !bracket || Take(")") ? Condition.Symbol(symbol) : null;
    }

    /// <summary>An operand that is not boolean: everything up to the next sign of the same level.</summary>
    private Condition? Comparison()
    {
        var start = at;
        var open = 0;
        while (at < tokens.Count && (open > 0 || tokens[at] is not ("&&" or "||" or ")")))
        {
            open += tokens[at] switch { "(" => 1, ")" => -1, _ => 0 };
            at++;
        }

        return at > start ? Opaque(tokens[start..at]) : null;
    }

    private readonly bool AtBorder() => at == tokens.Count || tokens[at] is "&&" or "||" or ")";

    private bool Take(string token)
    {
        if (at < tokens.Count && tokens[at] == token)
        {
            at++;
            return true;
        }

        return false;
    }

    private static bool IsName(string token) => char.IsLetter(token[0]) || token[0] == '_';

    private static Condition Opaque(List<string> words)
    {
        var text = string.Join(' ', words).Replace("( ", "(", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal)
            .Replace(" (", "(", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal).Replace(" . ", ".", StringComparison.Ordinal);
        return Condition.Symbol(text.Contains("&&", StringComparison.Ordinal) || text.Contains("||", StringComparison.Ordinal) ? $"({text})" : text);
    }

    private static List<string> Tokenize(string text)
    {
        var read = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            if (char.IsLetterOrDigit(text[i]) || text[i] == '_')
            {
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'))
                {
                    i++;
                }
            }
            else
            {
                i += i + 1 < text.Length && text.AsSpan(i, 2) is "&&" or "||" or "==" or "!=" or "<=" or ">=" or "<<" or ">>" ? 2 : 1;
            }

            read.Add(text[start..i]);
        }

        return read;
    }
}
