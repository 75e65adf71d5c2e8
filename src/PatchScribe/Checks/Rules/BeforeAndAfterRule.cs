using PatchScribe.Checks.Log;
using PatchScribe.Diagnostics;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks.Rules;

/// <summary>The text of an error changes and the log quotes one side of it alone.</summary>
internal sealed class BeforeAndAfterRule : ICheckRule
{
    public string Id => "PS0107";

    public string Name => "before-and-after";

    public Severity Severity => Severity.Note;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        var changed = context.Facts.Messages.Where(message => message.Change == UserMessageChangeKind.Changed && ChangeFacts.TextDiffers(message));
        foreach (var change in changed.DistinctBy(message => (message.Before, message.After)))
        {
            var (before, after) = (context.Log.Quotes(change.Before), context.Log.Quotes(change.After));
            if ((before is null) != (after is null))
            {
                var (shown, missing) = before is null ? (after!, change.Before) : (before, change.After);
                yield return this.OfLog($"the log quotes the message {(before is null ? "after" : "before")} the change and not the one {(before is null ? "before" : "after")}",
                    $"show both; the other one is \"{Quotation.Short(missing ?? "")}\"", shown.Line, shown.Words,
                    new Evidence("code", missing ?? "", File: change.File, Line: before is null ? change.LineBefore : change.LineAfter));
            }
        }
    }
}
