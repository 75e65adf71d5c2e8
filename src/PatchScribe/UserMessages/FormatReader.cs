using System.Text;

namespace PatchScribe.UserMessages;

/// <summary>
/// Reads the format string of an argument: adjacent literals joined with their escapes as written, macros by name
/// (or by their text when the file defines them as a literal), gettext's _(), N_() and Q_() undone.
/// </summary>
internal static class FormatReader
{
    /// <summary>The format, or null when the argument holds neither a literal nor a macro in capitals.</summary>
    public static string? Read(string argument, IReadOnlyDictionary<string, string> macros)
    {
        var format = new StringBuilder();
        var literal = false;
        for (var i = 0; i < argument.Length;)
        {
            var c = argument[i];
            if (c == '"')
            {
                var end = CallScanner.SkipOpaque(argument, i);
                format.Append(argument, i + 1, Math.Max(0, end - i - (end > i + 1 && argument[end - 1] == '"' ? 2 : 1)));
                literal = true;
                i = end;
            }
            else if (c is '/' or '\'')
            {
                i = Math.Max(i + 1, CallScanner.SkipOpaque(argument, i));
            }
            else if (char.IsLetter(c) || c == '_')
            {
                var start = i;
                while (i < argument.Length && (char.IsLetterOrDigit(argument[i]) || argument[i] == '_'))
                {
                    i++;
                }

                var name = argument[start..i];
                if (macros.TryGetValue(name, out var text))
                {
                    format.Append(text);
                    literal = true;
                }
                else if (name is not ("_" or "N_" or "Q_"))
                {
                    if (!IsMacro(name))
                    {
                        return null;
                    }

                    format.Append(name);
                }
            }
            else
            {
                if (c is '?' or '[' or '+' or '-' or '&')
                {
                    return null;
                }

                i++;
            }
        }

        return format.Length > 0 && (literal || IsMacro(format.ToString())) ? format.ToString() : null;
    }

    /// <summary>Object-like macros of a text whose value is made of string literals.</summary>
    public static Dictionary<string, string> Macros(string text)
    {
        var macros = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.StartsWith("#define ", StringComparison.Ordinal) && line[8..].TrimStart().Split([' ', '\t'], 2) is [var name, var value]
                && value.TrimStart().StartsWith('"') && !name.Contains('(', StringComparison.Ordinal)
                && Read(value, macros) is { } format)
            {
                macros[name] = format;
            }
        }

        return macros;
    }

    private static bool IsMacro(string name) =>
        name.StartsWith("PRI", StringComparison.Ordinal) || (name.Length > 2 && name.All(c => char.IsUpper(c) || char.IsDigit(c) || c == '_'));
}
