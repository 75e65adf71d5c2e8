using System.Text;
using PatchScribe.Analysis;

namespace PatchScribe.Rendering;

/// <summary>A commit of a scan in a few lines: a heading, then one line for each condition, message and name.</summary>
public static class ScanTextRenderer
{
    private const int IdLength = 12;

    /// <summary>One commit.</summary>
    public static string Render(ChangeAnalysis analysis)
    {
        var text = new StringBuilder();
        text.Append(analysis.Commit?[..Math.Min(IdLength, analysis.Commit.Length)]).Append(' ').Append(analysis.Subject).Append('\n');
        foreach (var one in analysis.Conditionals)
        {
            text.Append($"  {JsonText.Name(one.Change),-8} {one.Symbol}  {one.File}:{one.LineAfter ?? one.LineBefore}  {ConditionWords.Change(one.Before, one.After)}\n");
        }

        foreach (var one in analysis.Messages)
        {
            var what = one.Before is null ? $"\"{one.After}\"" : one.After is null || one.Before == one.After ? $"\"{one.Before}\"" : $"\"{one.Before}\" -> \"{one.After}\"";
            text.Append($"  {JsonText.Name(one.Change),-8} {one.Call}  {one.File}:{one.LineAfter ?? one.LineBefore}  {what}");
            text.Append(one.ConditionBefore == one.ConditionAfter || one.Before is null || one.After is null ? "" : $"  {ConditionWords.Change(one.ConditionBefore, one.ConditionAfter)}").Append('\n');
        }

        foreach (var one in analysis.Interfaces)
        {
            text.Append($"  {JsonText.Name(one.Change),-8} {one.Kind} \"{one.Name}\"  {one.File}:{one.LineAfter ?? one.LineBefore}");
            text.Append(one.ConditionBefore is null || one.ConditionAfter is null ? "" : $"  {ConditionWords.Change(one.ConditionBefore, one.ConditionAfter)}").Append('\n');
        }

        return TerminalText.Escape(text.ToString());
    }
}
