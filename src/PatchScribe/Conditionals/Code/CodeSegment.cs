using PatchScribe.Diffs;

namespace PatchScribe.Conditionals.Code;

/// <summary>A run of known lines of one version of a C file: what stands in it and under which condition. Line numbers are those of the file.</summary>
internal sealed class CodeSegment
{
    private readonly Lazy<PresenceConditions> presence;
    private readonly Lazy<string?> section;
    private readonly int offset;

    /// <summary>Reads a run of lines; <paramref name="before"/> is what was found in an earlier version of the same lines.</summary>
    public CodeSegment(TextSegment segment, CodeScan? before = null)
    {
        Text = segment.Text;
        offset = segment.FirstLine - 1;
        section = new Lazy<string?>(() => FunctionIn(segment.Section));
        Scan = CodeScanner.Scan(segment.Text, before);
        LastLine = offset + segment.Text.AsSpan().Count('\n') + 1;
        presence = new Lazy<PresenceConditions>(() => PresenceConditions.Of(Scan));
    }

    public string Text { get; }

    public CodeScan Scan { get; }

    public int FirstLine => offset + 1;

    public int LastLine { get; }

    public int LineOf(int lineOfText) => lineOfText + offset;

    public bool Holds(int line) => FirstLine <= line && line <= LastLine;

    /// <summary>True when a line of the call is among the given ones.</summary>
    public bool Touches(CodeCall call, IReadOnlySet<int> lines)
    {
        for (var line = call.Line; line <= call.LastLine; line++)
        {
            if (lines.Contains(LineOf(line)))
            {
                return true;
            }
        }

        return false;
    }

    public Condition At(int line) => presence.Value.At(line - offset);

    /// <summary>The function around a line; before the first one, what the heading of the hunk says.</summary>
    public string? FunctionAt(int line) => Scan.KnowsFunctionAt(line - offset) ? Scan.FunctionAt(line - offset) : section.Value;

    public IEnumerable<ConditionalBranch> Branches => presence.Value.Branches.Select(branch => branch with
    {
        Line = branch.Line + offset,
        LastLine = branch.LastLine + offset,
        EndLine = Math.Min(branch.EndLine, LastLine - offset) + offset,
    });

    private static string? FunctionIn(string heading)
    {
        if (heading.Length == 0)
        {
            return null;
        }

        var scan = CodeScanner.Scan(heading);
        return scan.FunctionAt(1);
    }
}
