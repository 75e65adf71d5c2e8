namespace PatchScribe.Conditionals.Code;

/// <summary>The lines of one version of a C file that hold code: neither blank, nor a comment of their own, nor a conditional directive.</summary>
internal sealed class CodeLines
{
    /// <summary>A line shorter than this ("}", "else") says too little to be known again elsewhere.</summary>
    public const int MinTelling = 6;

    private readonly List<Part> parts;

    public CodeLines(CodeVersion version) => parts = [.. version.Segments.Select(segment => new Part(segment))];

    private enum Kind : byte
    {
        Unknown,
        NoCode,
        Code,
        Telling,
    }

    /// <summary>The text of a line without the blanks around it and with single ones in it, or null when it holds no code.</summary>
    public string? At(int line)
    {
        if (PartAt(line) is not { } part || part.KindOf(line) == Kind.NoCode)
        {
            return null;
        }

        var trimmed = part.Line(line);
        var text = trimmed[0] == '#' ? string.Concat("#", trimmed[1..].TrimStart()) : trimmed.ToString();
        return text.Contains("  ", StringComparison.Ordinal) || text.Contains('\t') ? string.Join(' ', text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)) : text;
    }

    /// <summary>Numbers of the known lines in a range.</summary>
    public IEnumerable<int> Between(int first, int last) => Known(first, last).Select(known => known.Line);

    /// <summary>Numbers of the lines in a range that hold code; those that say something if there are any.</summary>
    public IReadOnlyList<int> In(int first, int last)
    {
        var all = Known(first, last).Where(known => known.Part.KindOf(known.Line) != Kind.NoCode).Select(known => known.Line).ToList();
        var telling = all.FindAll(IsTelling);
        return telling.Count > 0 ? telling : all;
    }

    private IEnumerable<(Part Part, int Line)> Known(int first, int last)
    {
        foreach (var part in parts)
        {
            for (var line = Math.Max(first, part.FirstLine); line <= Math.Min(last, part.LastLine); line++)
            {
                yield return (part, line);
            }
        }
    }

    public bool IsTelling(int line) => PartAt(line)?.KindOf(line) == Kind.Telling;

    private Part? PartAt(int line)
    {
        foreach (var part in parts)
        {
            if (part.FirstLine <= line && line <= part.LastLine)
            {
                return part;
            }
        }

        return null;
    }

    private static bool IsConditional(ReadOnlySpan<char> line) =>
        line[0] == '#' && line[1..].TrimStart() is var name && (name.StartsWith("if") || name.StartsWith("el") || name.StartsWith("endif"));

    private static bool IsComment(ReadOnlySpan<char> line) =>
        line.StartsWith("//") || line is "*" || line.StartsWith("* ") || line.StartsWith("*/") || (line.StartsWith("/*") && (line.IndexOf("*/") is var end && (end < 0 || end == line.Length - 2)));

    /// <summary>One run of lines: where each begins, and what it holds as soon as somebody asks.</summary>
    private sealed class Part
    {
        private readonly string text;
        private readonly int[] starts;
        private readonly Kind[] kinds;

        public Part(CodeSegment segment)
        {
            (text, FirstLine, LastLine) = (segment.Text, segment.FirstLine, segment.LastLine);
            (starts, kinds) = (new int[LastLine - FirstLine + 2], new Kind[LastLine - FirstLine + 1]);
            var at = 0;
            for (var i = 1; i < starts.Length; i++)
            {
                at = text.IndexOf('\n', at) is var end and >= 0 ? end + 1 : text.Length + 1;
                starts[i] = at;
            }
        }

        public int FirstLine { get; }

        public int LastLine { get; }

        /// <summary>A line without the blanks around it.</summary>
        public ReadOnlySpan<char> Line(int line) => text.AsSpan(starts[line - FirstLine]..(starts[line - FirstLine + 1] - 1)).Trim();

        public Kind KindOf(int line)
        {
            ref var kind = ref kinds[line - FirstLine];
            return kind != Kind.Unknown ? kind : kind = Read(Line(line));
        }

        private static Kind Read(ReadOnlySpan<char> line) => line.Length == 0 || IsConditional(line) || IsComment(line) ? Kind.NoCode
            : line.Length >= MinTelling && line.ContainsAnyInRange('A', 'z') ? Kind.Telling : Kind.Code;
    }
}
