using System.Globalization;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using PatchScribe.Diffs;

namespace PatchScribe.Tests;

/// <summary>A complete file change between two texts, with the hunks that a diff without context would show.</summary>
internal static class TextDiff
{
    public static FileChange Of(string path, string before, string after)
    {
        var diff = new InlineDiffBuilder(new DiffPlex.Differ()).BuildDiffModel(before, after, ignoreWhitespace: false);
        var text = string.Create(CultureInfo.InvariantCulture, $"--- a/{path}\n+++ b/{path}\n@@ -1,{Count(before)} +1,{Count(after)} @@\n")
            + string.Concat(diff.Lines.Take(diff.Lines.Count - (before.EndsWith('\n') ? 1 : 0)).Select(line => Mark(line.Type) + line.Text + "\n"));
        return DiffReader.Read(text).Files[0] with { OldText = before, NewText = after };
    }

    private static int Count(string text) => text.Count(c => c == '\n');

    private static string Mark(ChangeType type) => type switch { ChangeType.Inserted => "+", ChangeType.Deleted => "-", _ => " " };
}
