using PatchScribe.Checks.Log;
using PatchScribe.Conditionals;
using PatchScribe.Diagnostics;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks.Rules;

/// <summary>
/// A condition on a chosen symbol goes, comes or changes, and with it a message, a name or an outcome that the log tells of, but the log does
/// not name the symbol: readers cannot know in which builds. Facts that the log does not tell of at all have rules of their own.
/// </summary>
internal sealed class ConditionalChangedRule : ICheckRule
{
    public string Id => "PS0105";

    public string Name => "conditional-changed";

    public Severity Severity => Severity.Note;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        var changed = context.Facts.Conditionals.Where(one => one.Class is EditClass.Generalization or EditClass.Specialization or EditClass.Reconfiguration && context.Mentions.Of(one) is null);
        foreach (var group in changed.GroupBy(one => one.Symbol, StringComparer.Ordinal))
        {
            if (Told(context, group.Key) is not { } told)
            {
                continue;
            }

            var first = group.First();
            var what = first.Change switch { ConditionalChangeKind.Removed => "no longer depends", ConditionalChangeKind.Added => "now depends", _ => "depends otherwise" };
            yield return CheckContext.InSeries(
                this.OfChange($"{told} {what} on {group.Key}, the log does not name it", $"name {group.Key} and say in which builds users see the difference",
                    first.File, first.LineAfter ?? first.LineBefore, [.. group.Select(one => new Evidence("code", one.After ?? one.Before ?? "", File: one.File, Line: one.LineAfter ?? one.LineBefore))]),
                context.Request.Series.SaysAll(group, (log, one) => log.Of(one)));
        }
    }

    /// <summary>What the log tells of that has the symbol in its condition on one side alone, or that a model derives from it.</summary>
    private static string? Told(CheckContext context, string symbol)
    {
        if (context.Facts.Messages.FirstOrDefault(one => Differs(one.ConditionBefore, one.ConditionAfter, symbol) && one.Change is UserMessageChangeKind.ConditionChanged or UserMessageChangeKind.Changed && context.Mentions.Of(one) is not null) is { } message)
        {
            return $"\"{Quotation.Short(message.After ?? message.Before ?? "", 60)}\"";
        }

        if (context.Facts.Interfaces.FirstOrDefault(one => Differs(one.ConditionBefore, one.ConditionAfter, symbol) && one.Change == UserMessageChangeKind.ConditionChanged && context.Mentions.Of(one) is { Kind: not MentionKind.General }) is { } name)
        {
            return $"{name.Kind} \"{name.Name}\"";
        }

        return context.Request.ModelSymbols.ContainsKey(symbol) && context.Request.Analysis.Behaviour.FirstOrDefault(one => context.Mentions.Of(one) is not null) is { } change ? $"what {change.Command} gives" : null;
    }

    private static bool Differs(string? before, string? after, string symbol) => ChosenSymbols.Of(before).Contains(symbol, StringComparer.Ordinal) != ChosenSymbols.Of(after).Contains(symbol, StringComparer.Ordinal);
}
