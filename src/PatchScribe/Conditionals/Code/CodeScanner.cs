namespace PatchScribe.Conditionals.Code;

/// <summary>
/// Reads a C text once, from top to bottom, whatever it is: preprocessor lines (ISO C 5.1.1.2, 6.10), functions by git's
/// habit (a name and a parenthesis in column 0, gitattributes(5) "Defining a custom hunk-header"), macros, and calls.
/// Brackets that do not match are mended at the next <c>;</c> or <c>}</c> in column 0.
/// </summary>
internal sealed class CodeScanner
{
    private const int MaxNesting = 256;

    private struct Frame
    {
        public char Bracket;
        public int NameStart;
        public int NameLength;
        public int Line;
        public int ArgumentsStart;
        public int FirstComma;
        public bool Matters;
    }

    private readonly string text;
    private readonly CodeFinds found = new();
    private readonly List<int> commas = [];
    private readonly CodeScan? before;
    private readonly int sharedEnd;
    private Frame[] frames = new Frame[16];
    private int depth;
    private int floor;
    private int line = 1;
    private int nameStart;
    private int nameLength;
    private int nameLine;

    // The entry of a function whose body has not been met: a ";" in its place makes it a prototype.
    private int openHeader = -1;
    private int headerDepth;
    private int macroEnd = -1;
    private int macroDepth;

    private CodeScanner(string text, CodeScan? before)
    {
        (this.text, this.before) = (text, before);
        sharedEnd = text.Length - (before?.SharedAtEnd(text) ?? 0);
    }

    /// <summary>
    /// Reads a text. Where <paramref name="before"/> is what was found in an earlier version, only what differs from that one is read again, from a
    /// closing brace in column 0 to another: what stands above such a line has no effect below it.
    /// </summary>
    public static CodeScan Scan(string text, CodeScan? before = null)
    {
        var scanner = new CodeScanner(text, before);
        var start = before?.Found.LastRestart(text.AsSpan().CommonPrefixLength(before.Text));
        if (start is { } first)
        {
            scanner.found.Add(before!.Found, default, first);
            scanner.line = first.Line;
        }

        var known = scanner.found.Calls.Count;
        var end = scanner.Run(start?.Start ?? 0);
        scanner.found.SortCalls(known);
        if (end is { } last)
        {
            scanner.found.Add(before!.Found, last, null, text.Length - before.Text.Length, scanner.line - last.Line);
        }

        return new CodeScan(text, scanner.found);
    }

    /// <summary>Reads from a place on; the restart of the earlier version from which on everything is known, or null at the end of the text.</summary>
    private Restart? Run(int start)
    {
        var lineStart = true;
        for (var i = start; i < text.Length;)
        {
            if (macroEnd >= 0 && i >= macroEnd)
            {
                EndMacro();
            }

            var c = text[i];
            if (c == '\n')
            {
                line++;
                i++;
                lineStart = macroEnd < 0;
            }
            else if (c is ' ' or '\t' or '\r' or '\\' or '\f')
            {
                i++;
            }
            else if (lineStart && c == '#')
            {
                i = ReadDirective(i);
                lineStart = false;
            }
            else
            {
                if (lineStart && (i == 0 || text[i - 1] == '\n'))
                {
                    if (c == '}' && i > start && i >= sharedEnd && before!.Found.RestartAt(i - text.Length + before.Text.Length) is { } known)
                    {
                        return known;
                    }

                    StartLine(i);
                }

                lineStart = lineStart && c == '/';
                i = ReadToken(i, c);
            }
        }

        macroEnd = -1;
        floor = 0;
        Close(text.Length, '{');
        return null;
    }

    private int ReadToken(int i, char c)
    {
        if (CodeText.StartsIdentifier(c))
        {
            return ReadName(i);
        }

        if (c is '/' or '"' or '\'' && CodeText.SkipOpaque(text, i) is var end && end > i)
        {
            line += text.AsSpan(i, end - i).Count('\n');
            if (c == '"' && depth > 0)
            {
                frames[depth - 1].Matters = true;
            }

            nameLength = c == '/' ? nameLength : 0;
            return end;
        }

        Punctuate(i, c);
        nameLength = 0;
        return i + 1;
    }

    private int ReadName(int i)
    {
        var end = i + 1;
        while (end < text.Length && CodeText.IsIdentifier(text[end]))
        {
            end++;
        }

        (nameStart, nameLength, nameLine) = (i, end - i, line);
        if (depth > 0 && nameLength > 2 && (char.IsAsciiLetterUpper(text[i]) || IsFormatName(text.AsSpan(i, nameLength))))
        {
            frames[depth - 1].Matters = true;
        }

        return end;
    }

    /// <summary>What functions that pass a format on call it.</summary>
    private static bool IsFormatName(ReadOnlySpan<char> name) => name[0] is 'f' or 'm' or 's' or 't' && name is "fmt" or "format" or "msg" or "message" or "str" or "text" or "template";

    private void Punctuate(int i, char c)
    {
        switch (c)
        {
            case '(' or '[' or '{':
                openHeader = c == '{' && depth == headerDepth ? -1 : openHeader;
                Open(i, c);
                break;
            case ',' when depth > floor && frames[depth - 1].Bracket == '(':
                commas.Add(i);
                break;
            case ')' or ']':
                CloseBracket(i, c == ')' ? '(' : '[');
                break;
            case '}':
                Close(i, '{');
                break;
            case ';':
                EndStatement(i);
                break;
        }
    }

    private void Open(int i, char bracket)
    {
        if (depth == frames.Length)
        {
            if (depth == MaxNesting)
            {
                depth = floor;
            }
            else
            {
                Array.Resize(ref frames, depth * 2);
            }
        }

        ref var frame = ref frames[depth++];
        frame.Bracket = bracket;
        frame.NameStart = nameStart;
        frame.NameLength = bracket == '(' ? nameLength : 0;
        frame.Line = nameLine;
        frame.ArgumentsStart = i + 1;
        frame.FirstComma = commas.Count;
        frame.Matters = frame.NameLength > 0 && char.IsAsciiLetterUpper(text[nameStart]);
    }

    /// <summary>Takes the innermost bracket off when it is the one that closes here; another one in between is broken code.</summary>
    private void CloseBracket(int i, char bracket)
    {
        while (depth > floor && frames[depth - 1].Bracket == '[' && bracket == '(')
        {
            Pop(i);
        }

        if (depth > floor && frames[depth - 1].Bracket == bracket)
        {
            Pop(i);
        }
    }

    private void Close(int i, char bracket)
    {
        while (depth > floor)
        {
            var innermost = frames[depth - 1].Bracket;
            Pop(i);
            if (innermost == bracket)
            {
                return;
            }
        }
    }

    private void EndStatement(int i)
    {
        while (depth > floor && frames[depth - 1] is { Bracket: not '{' } frame && !IsFor(frame))
        {
            Pop(i);
        }

        if (depth == headerDepth && openHeader >= 0)
        {
            found.Functions.RemoveAt(openHeader);
            openHeader = -1;
        }
    }

    private bool IsFor(in Frame frame) => text.AsSpan(frame.NameStart, frame.NameLength) is "for";

    private void Pop(int i)
    {
        ref var frame = ref frames[--depth];
        if (frame.NameLength > 2 && (frame.Matters || IsRegistration(frame)))
        {
            found.Calls.Add(new CodeCall(frame.NameStart, frame.NameLength, frame.Line, line, found.Borders.Count, commas.Count - frame.FirstComma + 1));
            found.Borders.Add(frame.ArgumentsStart);
            for (var comma = frame.FirstComma; comma < commas.Count; comma++)
            {
                found.Borders.Add(commas[comma] + 1);
            }

            found.Borders.Add(i + 1);
        }

        // What stands in a plain bracket, or in gettext's _(), belongs to the call around it.
        if (depth > floor && frame.Matters && frame.NameLength <= 2)
        {
            frames[depth - 1].Matters = true;
        }

        commas.RemoveRange(frame.FirstComma, commas.Count - frame.FirstComma);
        nameLength = 0;
    }

    private bool IsRegistration(in Frame frame) => text.AsSpan(frame.NameStart, frame.NameLength).StartsWith("module_param");

    private void StartLine(int i)
    {
        var c = text[i];
        if (c == '}')
        {
            depth = 0;
            commas.Clear();
            openHeader = -1;
            found.MarkRestart(i, line);
            found.Functions.Add(new FunctionStart(line + 1, i, null));
        }
        else if (CodeText.StartsIdentifier(c) && (depth == 0 || frames[depth - 1].Bracket == '{') && HeaderName(i) is { } name)
        {
            (openHeader, headerDepth) = (found.Functions.Count, depth);
            found.Functions.Add(new FunctionStart(line, i, name));
        }
    }

    /// <summary>The last word before the first parenthesis of a line that holds nothing else before it.</summary>
    private string? HeaderName(int i)
    {
        var (start, length) = (i, 0);
        for (; i < text.Length && text[i] != '\n'; i++)
        {
            if (CodeText.IsIdentifier(text[i]))
            {
                (start, length) = length > 0 && start + length == i ? (start, length + 1) : (i, 1);
            }
            else if (text[i] == '(')
            {
                return length > 0 && !char.IsAsciiDigit(text[start]) ? text.Substring(start, MacroNameEnd(i) is var end and > 0 ? end - start : length) : null;
            }
            else if (text[i] is not (' ' or '\t' or '*'))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>HELPER(name)(...): the macro makes the name; the index behind its parenthesis, or 0.</summary>
    private int MacroNameEnd(int open)
    {
        var i = open + 1;
        while (i < text.Length && CodeText.IsIdentifier(text[i]))
        {
            i++;
        }

        return i > open + 1 && i + 1 < text.Length && text[i] == ')' && text[i + 1] == '(' ? i + 1 : 0;
    }

    private int ReadDirective(int hash)
    {
        var at = hash + 1;
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        var name = at;
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        var end = DirectiveLine.End(text, at);
        var lines = text.AsSpan(hash, end - hash).Count('\n');
        var known = DirectiveLine.Known(text.AsSpan(name, at - name));
        found.Directives.Add(new Directive(line, line + lines, known, at, end));
        if (known == "define" && macroEnd < 0)
        {
            return StartMacro(at, end);
        }

        line += lines;
        return end;
    }

    /// <summary>The body of a function-like macro is read like code; the brackets of the code around it are left alone.</summary>
    private int StartMacro(int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t')
        {
            at++;
        }

        var start = at;
        while (at < end && CodeText.IsIdentifier(text[at]))
        {
            at++;
        }

        if (at == start || at >= end || text[at] != '(')
        {
            line += text.AsSpan(at, end - at).Count('\n');
            return end;
        }

        found.Functions.Add(new FunctionStart(line, start, text[start..at]));
        (macroEnd, macroDepth, floor) = (end, floor, depth);
        return at;
    }

    private void EndMacro()
    {
        while (depth > floor)
        {
            Pop(macroEnd);
        }

        (macroEnd, floor) = (-1, macroDepth);
        found.Functions.Add(found.Functions.Count > 1 ? found.Functions[^2] with { Line = line + 1 } : new FunctionStart(line + 1, 0, null));
    }
}
