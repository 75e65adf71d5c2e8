using System.Text;
using PatchScribe.Analysis;
using PatchScribe.Behaviour;
using PatchScribe.UserMessages;

namespace PatchScribe.Rendering;

/// <summary>An analysis as a person reads it: before and after side by side, the condition in words.</summary>
public static class AnalysisTextRenderer
{
    private const int MaxBehaviour = 12;

    /// <summary>One change.</summary>
    public static string Render(ChangeAnalysis analysis)
    {
        var text = new StringBuilder();
        var where = analysis.Commit is { Length: >= 12 } commit ? commit[..12] + " " : analysis.MessageId is { } id ? $"<{id}> " : "";
        text.Append(where).Append(analysis.Subject.Length > 0 ? analysis.Subject : "(no subject)").Append('\n');
        Section(text, "conditions", analysis.Conditionals.Select(one =>
            $"{one.Symbol} {JsonText.Name(one.Change)} ({JsonText.Name(one.Construct)}, {JsonText.Name(one.Class)})  {one.File}{Line(one.LineBefore, one.LineAfter)}\n"
            + (one.Before is null && one.After is null ? "" : TwoColumns.Write(ConditionWords.Of(one.Before), ConditionWords.Of(one.After)))));
        Section(text, "messages", analysis.Messages.Select(one =>
            $"{JsonText.Name(one.Change)} {one.Call} in {one.Function ?? "?"}  {one.File}{Line(one.LineBefore, one.LineAfter)}\n" + TwoColumns.Write(Message(one.Before, one.SeverityBefore, one.ConditionBefore), Message(one.After, one.SeverityAfter, one.ConditionAfter))
            + string.Concat(Ties(one).Select(tie => $"      {tie}\n"))
            + (one.FileCondition is null or "true" ? "" : $"      the file is built {ConditionWords.Of(one.FileCondition)}\n")));
        Section(text, "names that users type", analysis.Interfaces.Select(one =>
            $"{one.Kind} \"{one.Name}\" {JsonText.Name(one.Change)}  {one.File}{Line(one.LineBefore, one.LineAfter)}\n" + (one.ConditionBefore is null || one.ConditionAfter is null || one.ConditionBefore == one.ConditionAfter ? "" : TwoColumns.Write(ConditionWords.Of(one.ConditionBefore), ConditionWords.Of(one.ConditionAfter)))));
        Section(text, "what the user sees, worst first", analysis.Behaviour.Take(MaxBehaviour).Select(one =>
            $"$ {one.Command}\n      when {one.When}\n" + Sides(Show(one.Before), Show(one.After))
            + (one.AlreadyPossibleWhen is { } already ? $"      already possible when {already}\n" : "") + $"      model {one.Model}: {string.Join(", ", one.Rules)}\n"));
        if (analysis.Behaviour.Count > MaxBehaviour)
        {
            text.Append($"  ... {analysis.Behaviour.Count - MaxBehaviour} more, see --format json\n");
        }

        return TerminalText.Escape(text.ToString());
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> items)
    {
        var list = items.ToList();
        text.Append('\n').Append(title).Append(list.Count == 0 ? ": no change\n" : "\n");
        foreach (var item in list)
        {
            text.Append("  ").Append(item);
        }
    }

    /// <summary>What the message is shown together with.</summary>
    private static IEnumerable<string> Ties(UserMessageChange one)
    {
        if (one.AttachedTo is { } error)
        {
            yield return $"a hint to \"{error}\"";
        }

        if (one.PrefixOfCall is { } call)
        {
            yield return $"put in front of what {call}() reports";
        }

        if (one.PrefixOf.Count > 0)
        {
            yield return $"put in front of {Quoted(one.PrefixOf)}";
        }

        if (one.Prefixes.Count > 0)
        {
            yield return $"shown behind {Quoted(one.Prefixes.Distinct(StringComparer.Ordinal))}";
        }
    }

    private static string Quoted(IEnumerable<string> formats) => string.Join(", ", formats.Select(format => $"\"{format}\""));

    private static string Sides(string? before, string? after) => before == after ? before is null ? "" : $"      {before}\n" : $"    - {before ?? "(none)"}\n    + {after ?? "(none)"}\n";

    private static string Message(string? format, string? severity, string? condition) => format is null ? "(none)"
        : $"{severity}: \"{format}\"{(condition is null or "true" ? "" : $", {ConditionWords.Of(condition)}")}";

    private static string Show(Outcome outcome) => (outcome.Message ?? outcome.Prints ?? $"({outcome.Result})").TrimEnd('\n').Replace("\n", "\n      ", StringComparison.Ordinal);

    private static string Line(int? before, int? after) => before is null && after is null ? "" : before is { } old && after is { } now && old != now ? $":{old}->{now}" : $":{after ?? before}";
}
