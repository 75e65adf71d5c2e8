using System.Text;

namespace PatchScribe.Drafts.LogText;

/// <summary>
/// Blocks written one under the other without wrapping, as text whose lines are known by block: prose line by line,
/// verbatim lines indented.
/// </summary>
internal sealed class NumberedText
{
    private readonly List<(int First, int Last)> ranges = [];

    public NumberedText(IReadOnlyList<LogBlock> blocks)
    {
        var text = new StringBuilder();
        var line = 1;
        foreach (var block in blocks)
        {
            var lines = block.Kind == LogBlockKind.Verbatim ? block.Lines.Select(one => "    " + one).ToList() : [.. block.Lines];
            ranges.Add((line, line + lines.Count - 1));
            text.AppendJoin('\n', lines).Append("\n\n");
            line += lines.Count + 1;
        }

        Text = text.ToString();
    }

    /// <summary>The text, a blank line behind every block.</summary>
    public string Text { get; }

    /// <summary>Positions of the blocks that have a line of a 1-based range.</summary>
    public IEnumerable<int> BlocksOf(int first, int last) =>
        Enumerable.Range(0, ranges.Count).Where(i => ranges[i].First <= last && first <= ranges[i].Last);
}
