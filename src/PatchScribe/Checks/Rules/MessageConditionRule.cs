using PatchScribe.Checks.Log;
using PatchScribe.Diagnostics;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks.Rules;

/// <summary>A message keeps its text and gets another presence condition: other users meet it now, and the log names neither. To them it is one that comes or goes, a note.</summary>
internal sealed class MessageConditionRule : ICheckRule
{
    public string Id => "PS0103";

    public string Name => "message-condition";

    public Severity Severity => Severity.Note;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        var moved = context.Facts.Messages.Where(message => message.Change == UserMessageChangeKind.ConditionChanged)
            .Select(message => (message, symbols: ChosenSymbols.Of(message.ConditionBefore, message.ConditionAfter)))
            .Where(pair => context.Mentions.Symbols(pair.symbols) is null && context.Mentions.Of(pair.message) is null);
        foreach (var group in moved.GroupBy(pair => (pair.message.ConditionBefore, pair.message.ConditionAfter)))
        {
            var first = group.First().message;
            var finding = this.OfChange(
                $"\"{Quotation.Short(first.After ?? "", 60)}\"{(group.Count() > 1 ? $" and {group.Count() - 1} more" : "")} is now present when {Words(group.Key.ConditionAfter)} instead of {Words(group.Key.ConditionBefore)}; the log names neither",
                $"name {string.Join(", ", group.First().symbols)} and say who sees the message now",
                first.File, first.LineAfter,
                [.. group.Select(pair => new Evidence("code", pair.message.After ?? "", File: pair.message.File, Line: pair.message.LineAfter))]);
            yield return CheckContext.InSeries(finding, context.Request.Series.SaysAll(group, (log, pair) => log.Symbols(pair.symbols) ?? log.Of(pair.message)));
        }
    }

    private static string Words(string? condition) => condition is null or "true" ? "always" : condition;
}
