using System.Text.RegularExpressions;
using PatchScribe.Mail;

namespace PatchScribe.Review.Quoting;

/// <summary>Senders that are programs: test robots, patch trackers, list software.</summary>
internal static partial class Robots
{
    public static bool Sent(MailMessage message) =>
        Name().IsMatch(message.From.Name) || Name().IsMatch(message.From.Email) || message.Headers.Any(header => header.Name.Equals("Auto-Submitted", StringComparison.OrdinalIgnoreCase) && header.Value.StartsWith("auto-", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\b(robot|syzbot|patchew|patchwork|patchwork-bot|lkp|buildbot|no-?reply|mailer-daemon)\b|\bbot@|[-+]bot\b|\bCI (bot|robot)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
