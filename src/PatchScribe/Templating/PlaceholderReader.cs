namespace PatchScribe.Templating;

/// <summary>A name used in a template and where it stands, 1-based.</summary>
internal readonly record struct Placeholder(string Name, int Line, int Column);

/// <summary>
/// Finds every name that a Handlebars template looks up: <c>{{name}}</c>, <c>{{#if name}}</c>, <c>{{../name}}</c>.
/// Comments, closing tags, partials' names and the built-in words are not look-ups.
/// </summary>
internal static class PlaceholderReader
{
    private static readonly HashSet<string> BuiltIn = new(StringComparer.Ordinal)
    {
        "if", "unless", "each", "with", "else", "this", "@index", "@first", "@last", "@key", "as", "~",
    };

    public static IEnumerable<Placeholder> Read(string text)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                lineStart = i + 1;
                continue;
            }

            if (!text.AsSpan(i).StartsWith("{{"))
            {
                continue;
            }

            var end = text.IndexOf("}}", i, StringComparison.Ordinal);
            if (end < 0)
            {
                yield break;
            }

            foreach (var (name, at) in Names(text, i + 2, end))
            {
                yield return new Placeholder(name, line, at - lineStart + 1);
            }

            line += text.AsSpan(i, end - i).Count('\n');
            var lastBreak = text.LastIndexOf('\n', end, end - i);
            lineStart = lastBreak >= 0 ? lastBreak + 1 : lineStart;
            i = end + 1;
        }
    }

    private static IEnumerable<(string Name, int At)> Names(string text, int start, int end)
    {
        var first = start;
        while (first < end && text[first] is '{' or '#' or '^' or '~' or ' ' or '&')
        {
            first++;
        }

        if (first >= end || text[first] is '!' or '/' or '>')
        {
            yield break;
        }

        for (var i = first; i < end;)
        {
            if (IsNameCharacter(text[i]))
            {
                var from = i;
                while (i < end && IsNameCharacter(text[i]))
                {
                    i++;
                }

                var path = text[from..i].Replace("../", "", StringComparison.Ordinal);
                var segment = path.Split(['.', '/'], 2)[0];
                if (segment.Length > 0 && !BuiltIn.Contains(segment) && !char.IsAsciiDigit(segment[0]))
                {
                    yield return (segment, from);
                }
            }
            else
            {
                i++;
            }
        }
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '@' or '.' or '/';
}
