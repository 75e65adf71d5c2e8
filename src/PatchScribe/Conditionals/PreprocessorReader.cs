namespace PatchScribe.Conditionals;

/// <summary>A preprocessor line: 1-based first and last line (continuations), its name without #, and the rest without comments.</summary>
internal readonly record struct PreprocessorLine(int Line, int LastLine, string Name, string Argument);

/// <summary>
/// Finds the preprocessor lines of a C file (ISO C 5.1.1.2): continuations are joined, comments left out, and a #
/// inside a block comment is none. String literals are honoured, so that "/*" in one opens nothing.
/// </summary>
internal static class PreprocessorReader
{
    public static List<PreprocessorLine> Read(string text)
    {
        var found = new List<PreprocessorLine>();
        var inComment = false;
        var line = 0;
        for (var start = 0; start < text.Length;)
        {
            var first = ++line;
            var end = LineEnd(text, start);
            var content = text.AsSpan(start, end - start).TrimEnd('\r');
            start = end + 1;
            if (!inComment && content.IndexOfAny("/#") < 0)
            {
                continue;
            }

            var trimmed = content.TrimStart();
            if (inComment || trimmed.Length == 0 || trimmed[0] != '#')
            {
                inComment = SkipComments(content, inComment, cleaned: null);
                inComment = inComment && start <= text.Length;
                continue;
            }

            var logical = content.ToString();
            while (logical.EndsWith('\\') && start < text.Length)
            {
                end = LineEnd(text, start);
                logical = logical[..^1] + " " + text[start..end].TrimEnd('\r');
                start = end + 1;
                line++;
            }

            var cleaned = new System.Text.StringBuilder();
            inComment = SkipComments(logical, inComment: false, cleaned);
            var directive = cleaned.ToString().TrimStart()[1..].TrimStart();
            var length = 0;
            while (length < directive.Length && char.IsAsciiLetter(directive[length]))
            {
                length++;
            }

            found.Add(new PreprocessorLine(first, line, directive[..length], directive[length..].Trim()));
        }

        return found;
    }

    private static int LineEnd(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }

    /// <summary>Walks over one line; returns whether a block comment is open behind it.</summary>
    private static bool SkipComments(ReadOnlySpan<char> line, bool inComment, System.Text.StringBuilder? cleaned)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (inComment)
            {
                var close = line[i..].IndexOf("*/");
                if (close < 0)
                {
                    return true;
                }

                (inComment, i) = (false, i + close + 1);
                cleaned?.Append(' ');
            }
            else if (line[i..].StartsWith("/*"))
            {
                (inComment, i) = (true, i + 1);
            }
            else if (line[i..].StartsWith("//"))
            {
                return false;
            }
            else if (line[i] is '"' or '\'')
            {
                var close = Literal(line, i);
                cleaned?.Append(line[i..(close + 1)]);
                i = close;
            }
            else
            {
                cleaned?.Append(line[i]);
            }
        }

        return inComment;
    }

    /// <summary>Index of the closing quote, or of the last character when the literal does not close on this line.</summary>
    private static int Literal(ReadOnlySpan<char> line, int open)
    {
        for (var i = open + 1; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                i++;
            }
            else if (line[i] == line[open])
            {
                return i;
            }
        }

        // An apostrophe in a comment-like text (#error don't) closes nowhere: it is a character like any other.
        return line[open] == '\'' ? open : line.Length - 1;
    }
}
