using System.Text.RegularExpressions;
using PatchScribe.Checks.Log;
using PatchScribe.Diagnostics;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks.Rules;

/// <summary>
/// An error or warning on an existing path gets another text, another severity, or goes, and the log says nothing of it; a note where it
/// is not clear that the user loses something.
/// </summary>
internal sealed partial class MessageChangedRule : ICheckRule
{
    public string Id => "PS0101";

    public string Name => "message-changed";

    public Severity Severity => Severity.Warning;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        var changed = context.Facts.Messages.Where(message => message.Change == UserMessageChangeKind.Changed || (message.Change == UserMessageChangeKind.Removed && IsText(message.Before))).ToList();
        foreach (var group in changed.GroupBy(message => (message.File, message.Function)))
        {
            // What the log says of one message that goes explains the others that go with it.
            var isExplained = group.Any(message => message.Change == UserMessageChangeKind.Removed && IsTold(context, message));
            var silent = group.Where(message => !IsTold(context, message) && !(isExplained && message.Change == UserMessageChangeKind.Removed) && !context.Request.Series.TakesBack(message)).ToList();
            if (silent.Count == 0)
            {
                continue;
            }

            var asked = silent.FindIndex(message => IsAsked(context, message));
            var first = silent[Math.Max(asked, 0)];
            var where = group.Key.Function is { } function ? $"{function}()" : group.Key.File;
            var finding = this.OfChange(
                $"{Count(group.Count())} of {where} changed, the log names {(silent.Count == group.Count() ? "none" : $"{group.Count() - silent.Count}")}",
                Sentence(first),
                first.File, first.LineAfter ?? first.LineBefore,
                [.. silent.Select(message => new Evidence("code", message.After ?? message.Before ?? "", File: message.File, Line: message.LineAfter ?? message.LineBefore))]);
            yield return CheckContext.InSeries(asked >= 0 ? finding : finding with { Severity = Severity.Note }, context.Request.Series.SaysAll(silent, (log, message) => log.Of(message)));
        }
    }

    /// <summary>The log speaks of the message, or names what comes and goes with it.</summary>
    private static bool IsTold(CheckContext context, UserMessageChange message) =>
        context.Mentions.Of(message) is not null || context.Facts.Places.NamesAround(message).Any(name => context.Log.Names(name) is not null);

    /// <summary>What a user could read and reads otherwise, or no more, on a path that is still there, and of which the log says nothing.</summary>
    private static bool IsAsked(CheckContext context, UserMessageChange message) => !context.Log.IsRevert
        && (message.After is null ? IsLost(context, message) : (IsOtherWeight(message) && !IsDeprecated(context, message) && !context.Log.Words.IsAbout(message.Before!)) || message.HasOtherErrorClass || IsReadOtherwise(context, message));

    /// <summary>The message goes and its test stays, the subject takes nothing away with which it could go, and the log does not explain what comes in its place.</summary>
    private static bool IsLost(CheckContext context, UserMessageChange message) =>
        IsShown(message.SeverityBefore) && !context.Log.IsRemoval && context.Facts.Places.IsAlone(message) && context.Facts.Places.HasSameTest(message)
        && !(context.Facts.Places.ReplacementOf(message) is { } now && context.Log.Words.Explains(new MessageWording(message with { After = now.After, Call = now.Call, CallBefore = message.Call })));

    /// <summary>
    /// On the same test words or values go, or turn the sense, and the log has fewer than half of what comes; but for words that are put into the text from
    /// elsewhere, and for code that a new function takes over.
    /// </summary>
    private static bool IsReadOtherwise(CheckContext context, UserMessageChange message) =>
        IsShown(message.SeverityBefore) && IsShown(message.SeverityAfter) && IsText(message.Before) && IsText(message.After) && !Usage().IsMatch(message.Function ?? "") && new MessageWording(message) is var wording
        && !wording.IsSame && !wording.SaysMore && context.Facts.Places.HasSameTest(message) && !context.Log.Words.Explains(wording) && !context.Facts.Places.IsFilledIn(message) && !context.Facts.Places.IsTakenOut(message);

    /// <summary>No hint, and no line of a log.</summary>
    private static bool IsShown(string? severity) => severity is "error" or "fatal" or "warning";

    /// <summary>An error becomes a warning, or a warning an error.</summary>
    private static bool IsOtherWeight(UserMessageChange change) => change.SeverityBefore != change.SeverityAfter && !IsUnweighted(change.SeverityBefore, change.CallBefore ?? change.Call) && !IsUnweighted(change.SeverityAfter, change.Call)
        && (change.SeverityBefore == "warning" ? change.SeverityAfter is "error" or "fatal" : change.SeverityBefore is "error" or "fatal" && change.SeverityAfter == "warning");

    /// <summary>What is merely printed is taken for an error, and may as well have been a warning.</summary>
    private static bool IsUnweighted(string? severity, string call) => severity == "error" && call is "fprintf" or "vfprintf" or "fputs";

    /// <summary>The log deprecates something, and a text that comes to the function says so: the other weight is part of it.</summary>
    private static bool IsDeprecated(CheckContext context, UserMessageChange change) => context.Log.Deprecates
        && context.Request.Analysis.Messages.Any(one => one.File == change.File && one.Function == change.Function && one.Before != one.After && one.After?.Contains(CheckedLog.Deprecation, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>What the log could say.</summary>
    private static string Sentence(UserMessageChange change) =>
        change.After is null ? $"say that \"{Plain(change.Before)}\" is no longer printed, and what the user sees instead"
        : ChangeFacts.TextDiffers(change) ? $"say: \"{Plain(change.Before)}\" becomes \"{Plain(change.After)}\""
        : change.SeverityBefore != change.SeverityAfter ? $"say that \"{Plain(change.After)}\" is now of severity {change.SeverityAfter}, and no longer {change.SeverityBefore}"
        : change.HasOtherErrorClass ? $"say that the error class of \"{Plain(change.After)}\" is now {change.ErrorClassAfter ?? "the generic one"} instead of {change.ErrorClassBefore ?? "the generic one"}"
        : $"say that \"{Plain(change.After)}\" is now given by {change.Call}() instead of {change.CallBefore}(), which changes its end";

    /// <summary>A function that prints how to call the program.</summary>
    [GeneratedRegex("(^|_)(usage|help)(_|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Usage();

    /// <summary>A macro alone (QERR_...) is a message whose text stands elsewhere.</summary>
    private static bool IsText(string? format) => format is not null && FormatPieces.Words(format).Any();

    private static string Plain(string? format) => Quotation.OneLine((format ?? "").Replace("\\n", " ", StringComparison.Ordinal));

    private static string Count(int count) => count == 1 ? "1 message" : $"{count} messages";
}
