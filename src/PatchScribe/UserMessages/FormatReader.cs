using System.Text;
using PatchScribe.Conditionals.Code;

namespace PatchScribe.UserMessages;

/// <summary>
/// Reads the format string of an argument: adjacent literals joined with their escapes as written, macros by name
/// (or by their text when they are known to be made of literals), gettext's _(), N_() and Q_() undone.
/// </summary>
internal ref struct FormatReader
{
    private readonly ReadOnlySpan<char> argument;
    private readonly StringMacros macros;
    private readonly StringBuilder format = new();
    private bool literal;
    private bool macro;
    private string? level;

    private FormatReader(ReadOnlySpan<char> argument, StringMacros macros)
    {
        this.argument = argument;
        this.macros = macros;
    }

    /// <summary>The format, both of a <c>?:</c>, or none when the argument holds neither a literal nor a macro in capitals.</summary>
    public static IEnumerable<FormatText> Read(ReadOnlySpan<char> argument, StringMacros macros)
    {
        var question = Find(argument, '?');
        if (question < 0)
        {
            return ReadOne(argument, macros) is { } one ? [one] : [];
        }

        var rest = argument[(question + 1)..];
        var colon = Find(rest, ':');
        return colon < 0 ? [] : new[] { ReadOne(rest[..colon], macros), ReadOne(rest[(colon + 1)..], macros) }.OfType<FormatText>().ToList();
    }

    /// <summary>One format without a choice in it, or null.</summary>
    public static FormatText? ReadOne(ReadOnlySpan<char> argument, StringMacros macros)
    {
        var reader = new FormatReader(argument, macros);
        return reader.Run() && reader.format.Length > 0 && (reader.literal || reader.macro)
            ? new FormatText(reader.format.ToString(), reader.level)
            : null;
    }

    private bool Run()
    {
        for (var i = 0; i < argument.Length;)
        {
            var c = argument[i];
            if (c is '/' or '"' or '\'' && CodeText.SkipOpaque(argument, i) is var end && end > i)
            {
                if (c == '"' && !AppendLiteral(argument[i..end]))
                {
                    return false;
                }

                i = end;
            }
            else if (CodeText.StartsIdentifier(c))
            {
                i = ReadName(i);
                if (i < 0)
                {
                    return false;
                }
            }
            else if (c == ',')
            {
                // Q_(one, many, n): the first form stands for both.
                return true;
            }
            else if (c is '[' or '+' or '-' or '&' or '=' or '|' or '<' or '>' or '.')
            {
                return false;
            }
            else
            {
                i++;
            }
        }

        return true;
    }

    /// <summary>Takes a literal with its quotes; false when the text ends in it.</summary>
    private bool AppendLiteral(ReadOnlySpan<char> quoted)
    {
        if (quoted.Length < 2 || quoted[^1] != '"')
        {
            return false;
        }

        var content = quoted[1..^1];
        literal = true;

        // A continued line inside a literal is no part of it.
        _ = content.Contains('\n') ? format.Append(content.ToString().Replace("\\\n", "", StringComparison.Ordinal)) : format.Append(content);
        return true;
    }

    /// <summary>Takes a name; the index behind it, or -1 when the argument is no format.</summary>
    private int ReadName(int start)
    {
        var end = start;
        while (end < argument.Length && CodeText.IsIdentifier(argument[end]))
        {
            end++;
        }

        var name = argument[start..end];
        if (name is "_" or "N_" or "Q_" or "L" or "u8" || (name is "R" && end < argument.Length && argument[end] == '"'))
        {
            return end;
        }

        if (name.StartsWith("KERN_"))
        {
            level = name.ToString();
            return end;
        }

        if (macros.Find(name) is { } text)
        {
            format.Append(text);
            literal = true;
            return end;
        }

        if (end < argument.Length && argument[end] == '(' && char.IsAsciiLetterUpper(name[0]))
        {
            end = Find(argument[end..], ')') is var close and >= 0 ? end + close + 1 : argument.Length;
            format.Append(argument[start..end]);
            return end;
        }

        // Beside a literal every name is a macro; alone, only one in capitals is taken for one.
        var capitals = name.Length > 2 && !name.ContainsAnyInRange('a', 'z');
        macro |= capitals;
        format.Append(name);
        return capitals || (name.ContainsAnyInRange('A', 'Z') && Find(argument, '"', anywhere: true) >= 0) ? end : -1;
    }

    /// <summary>First place of a character outside of comments and literals (or of a quote).</summary>
    private static int Find(ReadOnlySpan<char> text, char wanted, bool anywhere = false)
    {
        if (anywhere || !text.Contains(wanted))
        {
            return text.IndexOf(wanted);
        }

        for (var i = 0; i < text.Length;)
        {
            if (text[i] == wanted)
            {
                return i;
            }

            var end = CodeText.SkipOpaque(text, i);
            i = end > i ? end : i + 1;
        }

        return -1;
    }
}
