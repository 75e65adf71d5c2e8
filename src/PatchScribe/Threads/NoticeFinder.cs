using System.Buffers;
using System.Text.RegularExpressions;
using PatchScribe.Mail;

namespace PatchScribe.Threads;

/// <summary>
/// Tells mails of robots and "applied" notes from review: tip-bot, kernel test robot, syzbot, stable announcements, Patchwork
/// and other senders whose address or name says bot, and the thank-you notes of <c>b4 ty</c>. What a robot says is no review.
/// </summary>
public static partial class NoticeFinder
{
    private static readonly SearchValues<string> RobotHints = SearchValues.Create(["bot", "reply", "daemon", "ci@", "patchew", "patchwork"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> AppliedHints = SearchValues.Create(["commit: ", "\n      http"], StringComparison.Ordinal);

    /// <summary>The kind of <see cref="MailNotice"/>, or null for the mail of a person.</summary>
    public static string? Kind(MailMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var subject = message.Subject;
        return subject.StartsWith("[tip:", StringComparison.OrdinalIgnoreCase) || message.From.Name.StartsWith("tip-bot", StringComparison.OrdinalIgnoreCase) ? "commit-notice"
            : IsBackport(subject) || Says(message.HeaderNamed("X-stable"), "commit") ? "backport"
            : IsTestRobot(message.From) ? "test-report"
            : IsRobot(message.From) || Says(message.HeaderNamed("Auto-Submitted"), "auto-") ? "robot"
            : IsApplied(message) ? "applied"
            : null;
    }

    /// <summary>True when a program wrote the mail.</summary>
    public static bool IsRobotKind(string? kind) => kind is not (null or "applied");

    private static bool IsBackport(string subject) => subject.Contains("patch \"", StringComparison.OrdinalIgnoreCase) && BackportSubject().IsMatch(subject);

    private static bool Says(string? field, string value) => field?.AsSpan().TrimStart().StartsWith(value, StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsTestRobot(MailAddress from) =>
        from.Name.Contains("test robot", StringComparison.OrdinalIgnoreCase) || from.Email.StartsWith("lkp@", StringComparison.OrdinalIgnoreCase)
        || from.Email.StartsWith("syzbot", StringComparison.OrdinalIgnoreCase) || from.Name.Equals("syzbot", StringComparison.OrdinalIgnoreCase);

    private static bool IsRobot(MailAddress from)
    {
        if (!from.Email.AsSpan().ContainsAny(RobotHints) && !from.Name.AsSpan().ContainsAny(RobotHints))
        {
            return false;
        }

        var at = from.Email.IndexOf('@', StringComparison.Ordinal);
        return (at > 0 && RobotMailbox().IsMatch(from.Email.AsSpan(0, at))) || RobotName().IsMatch(from.Name);
    }

    /// <summary>The form of <c>b4 ty</c>: "Applied to ..., thanks!" and a list of patches, each with its commit or its address.</summary>
    private static bool IsApplied(MailMessage message) =>
        message.InReplyTo is not null && message.Body.AsSpan().ContainsAny(AppliedHints) && AppliedList().IsMatch(message.Body);

    [GeneratedRegex(@"^(patch "".*"" has been added to|failed: patch "".*"" failed to apply)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex BackportSubject();

    [GeneratedRegex(@"(^|[-_.+])((build|test|ci|kernel|checkpatch|dependa)?bot[0-9]*|robot|patchew|patchwork|no-?reply|(mailer|bugzilla)-daemon)($|[-_.+])|(^|-)ci$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex RobotMailbox();

    [GeneratedRegex(@"(^|[\s-])((build|test|ci|kernel|checkpatch)?bot|robot|patchew|patchwork)($|[\s-])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex RobotName();

    [GeneratedRegex(@"(?m)^(Applied|Queued|Merged|Taken|Pushed|Picked)\b[^\n]*\n\s*\n(> ?)?\[[0-9]+/[0-9]+\][^\n]*\n(\s*\(no commit info\)|\s+commit: |\s+https?://)", RegexOptions.ExplicitCapture)]
    private static partial Regex AppliedList();
}
