namespace PatchScribe.Conditionals.Code;

/// <summary>The lines of one version of a C file that hold code: neither blank, nor a comment of their own, nor a conditional directive.</summary>
internal sealed class CodeLines
{
    /// <summary>A line shorter than this ("}", "else") says too little to be known again elsewhere.</summary>
    private const int MinTelling = 6;

    private readonly Dictionary<int, string> code = [];

    public CodeLines(CodeVersion version)
    {
        foreach (var segment in version.Segments)
        {
            var number = segment.FirstLine;
            foreach (var line in segment.Text.AsSpan().Split('\n'))
            {
                var trimmed = segment.Text.AsSpan()[line].Trim();
                if (trimmed.Length > 0 && !IsConditional(trimmed) && !IsComment(trimmed))
                {
                    code[number] = trimmed[0] == '#' ? "#" + trimmed[1..].TrimStart().ToString() : trimmed.ToString();
                }

                number++;
            }
        }
    }

    /// <summary>The text of a line without the blanks around it, or null when it holds no code.</summary>
    public string? At(int line) => code.GetValueOrDefault(line);

    /// <summary>Numbers of the lines in a range that hold code; those that say something if there are any.</summary>
    public IReadOnlyList<int> In(int first, int last)
    {
        var all = new List<int>();
        for (var line = first; line <= last; line++)
        {
            if (code.ContainsKey(line))
            {
                all.Add(line);
            }
        }

        var telling = all.FindAll(IsTelling);
        return telling.Count > 0 ? telling : all;
    }

    public bool IsTelling(int line) => code.TryGetValue(line, out var text) && text.Length >= MinTelling && text.AsSpan().ContainsAnyInRange('A', 'z');

    private static bool IsConditional(ReadOnlySpan<char> line) =>
        line[0] == '#' && line[1..].TrimStart() is var name && (name.StartsWith("if") || name.StartsWith("el") || name.StartsWith("endif"));

    private static bool IsComment(ReadOnlySpan<char> line) =>
        line.StartsWith("//") || line is "*" || line.StartsWith("* ") || line.StartsWith("*/") || (line.StartsWith("/*") && (line.IndexOf("*/") is var end && (end < 0 || end == line.Length - 2)));
}
