using PatchScribe.Diagnostics;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks.Rules;

/// <summary>A new error or warning on an existing path that the log does not speak of.</summary>
internal sealed class MessageAddedRule : ICheckRule
{
    public string Id => "PS0102";

    public string Name => "message-added";

    public Severity Severity => Severity.Note;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        var silent = context.Facts.Messages.Where(message => message.Change == UserMessageChangeKind.Added && context.Mentions.Of(message) is null).ToList();
        foreach (var group in silent.GroupBy(message => (message.File, message.Function)))
        {
            var first = group.First();
            yield return this.OfChange(
                $"{(group.Count() == 1 ? "a message is" : $"{group.Count()} messages are")} new in {(first.Function is { } function ? $"{function}()" : first.File)}, the log does not speak of {(group.Count() == 1 ? "it" : "them")}",
                $"say when the user now sees \"{Quotation.Short(first.After ?? "")}\"",
                first.File, first.LineAfter,
                [.. group.Select(message => new Evidence("code", message.After ?? "", File: message.File, Line: message.LineAfter))]);
        }
    }
}
