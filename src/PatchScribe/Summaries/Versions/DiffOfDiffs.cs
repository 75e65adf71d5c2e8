using System.Text;
using DiffPlex;
using PatchScribe.Diffs.Words;

namespace PatchScribe.Summaries.Versions;

/// <summary>
/// Compares two diffs line by line as git-range-diff(1) does: index lines and line numbers play no part, three lines of context.
/// A line starts with the mark of the outer diff, then the line of the inner one.
/// </summary>
internal static class DiffOfDiffs
{
    /// <summary>Longer diffs are not compared.</summary>
    public const int MaxLines = 20_000;

    /// <summary>What is given for longer diffs.</summary>
    public static readonly string NotCompared = FormattableString.Invariant($"(more than {MaxLines} lines, not compared)\n");

    private const int Context = 3;

    /// <summary>Empty when the two are equal.</summary>
    public static string Compare(string old, string next)
    {
        var (before, after) = (Comparable(old), Comparable(next));
        if (before == after)
        {
            return "";
        }

        if (before.AsSpan().Count('\n') + after.AsSpan().Count('\n') > MaxLines)
        {
            return NotCompared;
        }

        var lines = DiffPieces.InOrder(new Differ().CreateLineDiffs(before, after, ignoreWhitespace: false)).ToList();
        var text = new StringBuilder();
        var shown = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsNearChange(lines, i))
            {
                continue;
            }

            text.Append(shown >= 0 && shown < i - 1 ? "@@\n" : "");
            text.Append(lines[i].Kind switch { "removed" => '-', "added" => '+', _ => ' ' }).Append(lines[i].Text).Append('\n');
            shown = i;
        }

        return text.ToString();
    }

    private static bool IsNearChange(List<TextPiece> lines, int at)
    {
        for (var i = Math.Max(0, at - Context); i <= Math.Min(lines.Count - 1, at + Context); i++)
        {
            if (lines[i].Kind != "equal")
            {
                return true;
            }
        }

        return false;
    }

    private static string Comparable(string diff)
    {
        var text = new StringBuilder(diff.Length);
        foreach (var line in diff.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("index ") || line.StartsWith("diff --git ") || line.StartsWith("--- "))
            {
                continue;
            }

            var section = line.StartsWith("@@ -") ? line[4..].IndexOf("@@") : -1;
            text.Append(section >= 0 ? string.Concat("@@", line[(section + 6)..]) : line.StartsWith("+++ ") ? string.Concat("## ", line[4..], " ##") : line).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }
}
