using PatchScribe.Diffs;

namespace PatchScribe.Conditionals;

/// <summary>The known lines of one version of a C file with their presence conditions, over all segments of it.</summary>
internal sealed class CodeLines
{
    private readonly SortedDictionary<int, string> code = [];
    private readonly List<(int First, int Last, PresenceConditions Presence)> segments = [];
    private readonly List<ConditionalBranch> branches = [];

    public CodeLines(FileSide side)
    {
        foreach (var segment in side.Segments)
        {
            var lines = segment.Text.Split('\n');
            var offset = segment.FirstLine - 1;
            var presence = PresenceConditions.Read(segment.Text);
            segments.Add((segment.FirstLine, offset + lines.Length, presence));
            for (var i = 0; i < lines.Length; i++)
            {
                var trimmed = lines[i].Trim();
                if (trimmed.Length > 0 && !IsConditional(trimmed))
                {
                    code[segment.FirstLine + i] = trimmed;
                }
            }

            branches.AddRange(presence.Branches.Select(branch => branch with
            {
                Line = branch.Line + offset,
                LastLine = branch.LastLine + offset,
                EndLine = branch.EndLine > lines.Length ? offset + lines.Length : branch.EndLine + offset,
            }));
        }
    }

    public IReadOnlyList<ConditionalBranch> Branches => branches;

    public IReadOnlyDictionary<int, string> All => code;

    /// <summary>Numbers of the lines in a range that are neither blank nor conditional directives.</summary>
    public IEnumerable<int> Code(int first, int last)
    {
        for (var line = first; line <= last; line++)
        {
            if (code.ContainsKey(line))
            {
                yield return line;
            }
        }
    }

    public Condition At(int line)
    {
        var (first, _, presence) = segments.Find(segment => segment.First <= line && line <= segment.Last);
        return presence?.At(line - first + 1) ?? Condition.True;
    }

    private static bool IsConditional(string line) =>
        line[0] == '#' && line.AsSpan(1).TrimStart() is var name
        && (name.StartsWith("if") || name.StartsWith("el") || name.StartsWith("endif"));

    /// <summary>The innermost branch around a line whose directive passes the filter, or null.</summary>
    public ConditionalBranch? BranchOf(int line, Func<int, bool> newOnly) =>
        branches.LastOrDefault(branch => branch.LastLine < line && line <= branch.EndLine && newOnly(branch.Line));
}
