using PatchScribe.Checks.Log;
using PatchScribe.Diagnostics;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks.Rules;

/// <summary>
/// An error or warning on an existing path gets another text, another severity, or goes, and the log says nothing of it; a note where it
/// is not clear that the user loses something.
/// </summary>
internal sealed class MessageChangedRule : ICheckRule
{
    public string Id => "PS0101";

    public string Name => "message-changed";

    public Severity Severity => Severity.Warning;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        var changed = context.Facts.Messages.Where(message => message.Change is UserMessageChangeKind.Changed or UserMessageChangeKind.Removed && IsText(message.Before)).ToList();
        foreach (var group in changed.GroupBy(message => (message.File, message.Function)))
        {
            // What the log says of one message that goes explains the others that go with it.
            var isExplained = group.Any(message => message.Change == UserMessageChangeKind.Removed && IsTold(context, message));
            var silent = group.Where(message => !IsTold(context, message) && !(isExplained && message.Change == UserMessageChangeKind.Removed) && !context.Request.Series.TakesBack(message)).ToList();
            if (silent.Count == 0)
            {
                continue;
            }

            var first = silent[0];
            var where = group.Key.Function is { } function ? $"{function}()" : group.Key.File;
            var finding = this.OfChange(
                $"{Count(group.Count())} of {where} changed, the log names {(silent.Count == group.Count() ? "none" : $"{group.Count() - silent.Count}")}",
                Sentence(first),
                first.File, first.LineAfter ?? first.LineBefore,
                [.. silent.Select(message => new Evidence("code", message.After ?? message.Before ?? "", File: message.File, Line: message.LineAfter ?? message.LineBefore))]);
            finding = silent.TrueForAll(message => IsUnclear(context, message)) ? finding with { Severity = Severity.Note } : finding;
            yield return CheckContext.InSeries(finding, context.Request.Series.SaysAll(silent, (log, message) => log.Of(message)));
        }
    }

    /// <summary>The log speaks of the message, or names what the removed code around it used.</summary>
    private static bool IsTold(CheckContext context, UserMessageChange message) =>
        context.Mentions.Of(message) is not null || context.Facts.RemovedNames(message).Any(name => context.Log.Names(name) is not null);

    /// <summary>
    /// What no reviewer would ask for with certainty: values and marks alone differ, other code comes in the place of the message, the log has a telling
    /// word of what differs or takes a commit back, or the file is written anew.
    /// </summary>
    private static bool IsUnclear(CheckContext context, UserMessageChange message) =>
        (message.Change == UserMessageChangeKind.Changed && (ChangeFacts.OnlyMarksDiffer(message) || context.Log.SpeaksOfDifference(message.Before!, message.After!) is not null))
        || context.Facts.IsReplaced(message) || context.Facts.IsRewritten(message.File) || context.Log.IsRevert;

    /// <summary>What the log could say.</summary>
    private static string Sentence(UserMessageChange change) =>
        change.After is null ? $"say that \"{Plain(change.Before)}\" is no longer printed, and what the user sees instead"
        : ChangeFacts.TextDiffers(change) ? $"say: \"{Plain(change.Before)}\" becomes \"{Plain(change.After)}\""
        : change.SeverityBefore != change.SeverityAfter ? $"say that \"{Plain(change.After)}\" is now of severity {change.SeverityAfter}, and no longer {change.SeverityBefore}"
        : change.HasOtherErrorClass ? $"say that the error class of \"{Plain(change.After)}\" is now {change.ErrorClassAfter ?? "the generic one"} instead of {change.ErrorClassBefore ?? "the generic one"}"
        : $"say that \"{Plain(change.After)}\" is now given by {change.Call}() instead of {change.CallBefore}(), which changes its end";

    /// <summary>A macro alone (QERR_...) is a message whose text stands elsewhere.</summary>
    private static bool IsText(string? format) => format is not null && format.Any(char.IsLower);

    private static string Plain(string? format) => Quotation.OneLine((format ?? "").Replace("\\n", " ", StringComparison.Ordinal));

    private static string Count(int count) => count == 1 ? "1 message" : $"{count} messages";
}
