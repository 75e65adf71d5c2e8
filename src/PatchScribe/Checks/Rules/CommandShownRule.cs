using PatchScribe.Checks.Log;
using PatchScribe.Diagnostics;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks.Rules;

/// <summary>The log shows what a user sees before or after the change, as output, and not the command that shows it.</summary>
internal sealed class CommandShownRule : ICheckRule
{
    public string Id => "PS0108";

    public string Name => "command-shown";

    public Severity Severity => Severity.Note;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        if (context.Log.Lines.Any(line => ShownCommands.IsCommand(line.Trim())) || Shown(context) is not { } shown)
        {
            yield break;
        }

        var command = context.Request.Analysis.Behaviour.FirstOrDefault(change => context.Mentions.Of(change) is not null)?.Command ?? context.Request.Runs.FirstOrDefault(pair => pair.Differs)?.Command;
        yield return this.OfLog("the log shows what is printed, not the command that prints it",
            command is null ? "show the command above its output, as one types it: $ program arguments" : $"show the command above its output: $ {command}", shown.Line, context.Log.Lines[shown.Line - 1].Trim());
    }

    /// <summary>A changed message that stands in a block, or the message of an outcome.</summary>
    private static LogMention? Shown(CheckContext context) =>
        context.Facts.Messages.Where(one => one.Change is UserMessageChangeKind.Changed or UserMessageChangeKind.Removed && ChangeFacts.TextDiffers(one))
            .SelectMany(one => new[] { context.Log.Quotes(one.After), context.Log.Quotes(one.Before) }).OfType<LogMention>()
            .FirstOrDefault(mention => context.Log.Blocks.Any(block => mention.Line >= block.FirstLine && mention.Line <= block.LastLine))
        ?? context.Request.Analysis.Behaviour.Select(context.Mentions.Of).FirstOrDefault(mention => mention is not null);
}
