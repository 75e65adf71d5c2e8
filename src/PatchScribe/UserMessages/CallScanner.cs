namespace PatchScribe.UserMessages;

/// <summary>A call found in C text: the name, the arguments as written, and its 1-based first line.</summary>
internal readonly record struct ScannedCall(string Name, IReadOnlyList<string> Arguments, int Line);

/// <summary>
/// Finds calls of the known names in C text. Comments, literals and preprocessor lines are honoured; a call that the
/// text ends in is taken as far as it goes.
/// </summary>
internal static class CallScanner
{
    private const int MaxArguments = 64;

    public static List<ScannedCall> Scan(string text, Func<string, bool> isKnown)
    {
        var calls = new List<ScannedCall>();
        var line = 1;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c == '\n')
            {
                line++;
                i++;
            }
            else if (c is '/' or '"' or '\'' && SkipOpaque(text, i) is var end && end > i)
            {
                line += text.AsSpan(i, end - i).Count('\n');
                i = end;
            }
            else if (char.IsLetter(c) || c == '_')
            {
                var start = i;
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'))
                {
                    i++;
                }

                var open = SkipBlanks(text, i);
                if (open < text.Length && text[open] == '(' && i - start > 2 && text[start..i] is var name && isKnown(name))
                {
                    calls.Add(new ScannedCall(name, Arguments(text, open + 1), line));
                }
            }
            else
            {
                i++;
            }
        }

        return calls;
    }

    /// <summary>End of a comment or literal that starts here; the start itself when there is none.</summary>
    public static int SkipOpaque(string text, int i)
    {
        if (text[i] == '/')
        {
            if (i + 1 >= text.Length || text[i + 1] is not ('/' or '*'))
            {
                return i;
            }

            var close = text[i + 1] == '/' ? text.IndexOf('\n', i) : text.IndexOf("*/", i + 2, StringComparison.Ordinal);
            return close < 0 ? text.Length : text[i + 1] == '/' ? close : close + 2;
        }

        for (var j = i + 1; j < text.Length && text[j] != '\n'; j++)
        {
            if (text[j] == '\\')
            {
                j++;
            }
            else if (text[j] == text[i])
            {
                return j + 1;
            }
        }

        return i + 1;
    }

    private static int SkipBlanks(string text, int i)
    {
        while (i < text.Length && text[i] is ' ' or '\t' or '\n' or '\\')
        {
            i++;
        }

        return i;
    }

    private static List<string> Arguments(string text, int start)
    {
        var arguments = new List<string>();
        var depth = 0;
        var from = start;
        for (var i = start; i < text.Length && arguments.Count < MaxArguments;)
        {
            var c = text[i];
            var opaque = c is '/' or '"' or '\'' ? SkipOpaque(text, i) : i;
            if (opaque > i)
            {
                i = opaque;
                continue;
            }

            if (c is ';' or '{' or '}' && depth == 0)
            {
                break;
            }

            depth += c switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth < 0 || (c == ',' && depth == 0))
            {
                arguments.Add(text[from..i]);
                from = i + 1;
                if (depth < 0)
                {
                    return arguments;
                }
            }

            i++;
        }

        arguments.Add(text[from..Math.Min(text.Length, from + 4096)]);
        return arguments;
    }
}
