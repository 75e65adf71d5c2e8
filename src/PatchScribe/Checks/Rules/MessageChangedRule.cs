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
            finding = silent.Exists(message => IsAsked(context, message)) ? finding : finding with { Severity = Severity.Note };
            yield return CheckContext.InSeries(finding, context.Request.Series.SaysAll(silent, (log, message) => log.Of(message)));
        }
    }

    /// <summary>The log speaks of the message, or names what comes and goes with it.</summary>
    private static bool IsTold(CheckContext context, UserMessageChange message) =>
        context.Mentions.Of(message) is not null || context.Facts.Places.NamesAround(message).Any(name => context.Log.Names(name) is not null);

    /// <summary>
    /// What a reviewer would ask for: the message becomes milder or sterner or gets another error class; or it alone changes in its function, in a word that
    /// the log does not have, in its end, or by going from a function that gains nothing. A text that changes with the code of its function follows from
    /// that code, of which the log may well tell in other words (one without a body does not); so does one of a file that is written anew, of a commit that
    /// is taken back, one that goes where the subject takes something away, and one that becomes a log line.
    /// </summary>
    private static bool IsAsked(CheckContext context, UserMessageChange message)
    {
        var (log, places) = (context.Log, context.Facts.Places);
        if (log.IsRevert || places.IsRewritten(message.File))
        {
            return false;
        }

        var isAlone = places.IsAlone(message) && (log.IsSubjectAlone || places.IsAloneInFunction(message));
        return message is { Before: { } before, After: { } after }
            ? IsOtherWeight(message) || message.HasOtherErrorClass
                || (isAlone && message.SeverityAfter is "error" or "fatal" or "warning" && (ChangeFacts.TextDiffers(message) ? log.IsSilentOn(before, after) : ChangeFacts.IsGivenOtherwise(message)))
            : isAlone && !log.IsRemoval && !places.IsReplaced(message);
    }

    /// <summary>An error becomes a warning, or a warning an error.</summary>
    private static bool IsOtherWeight(UserMessageChange change) => change.SeverityBefore != change.SeverityAfter
        && (change.SeverityBefore == "warning" ? change.SeverityAfter is "error" or "fatal" : change.SeverityBefore is "error" or "fatal" && change.SeverityAfter == "warning");

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
