using System.Text.RegularExpressions;
using PatchScribe.Mail;

namespace PatchScribe.Review.Quoting;

/// <summary>
/// Tells a reply's own lines from quoted ones: marks of any depth, attribution lines in the usual languages, header
/// blocks of Outlook without marks, greetings, closings, signatures and list footers (RFC 3676 sections 4.3 and 4.5).
/// </summary>
internal static partial class QuoteSplitter
{
    public static List<ReplyLine> Split(MailMessage message)
    {
        var lines = message.Body.Split('\n');
        var result = new List<ReplyLine>(lines.Length);
        var (ended, below) = (false, false);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            ended = ended || (!message.Pasted && (line is "-- " or "--" || Footer().IsMatch(line)));
            below = below || (!message.Pasted && IsOutlookHeader(lines, i));
            var (depth, text) = Unquote(line);
            var kind = ended ? ReplyLineKind.Courtesy
                : depth > 0 || below ? ReplyLineKind.Quoted
                : IsAttribution(lines, i) ? ReplyLineKind.Attribution
                : IsCourtesy(lines, i) ? ReplyLineKind.Courtesy
                : ReplyLineKind.Own;
            result.Add(new ReplyLine(i + 1, kind, Math.Max(depth, below ? 1 : 0), text));
        }

        return result;
    }

    private static (int Depth, string Text) Unquote(string line)
    {
        var (depth, at) = (0, 0);
        while (at < line.Length)
        {
            var mark = at;
            while (mark < line.Length && mark - at < 2 && line[mark] == ' ')
            {
                mark++;
            }

            if (mark >= line.Length || !(line[mark] == '>' || (line[mark] == '|' && mark + 1 < line.Length && line[mark + 1] == ' ')))
            {
                break;
            }

            depth++;
            at = mark + 1;
        }

        return (depth, depth > 0 && at < line.Length && line[at] == ' ' ? line[(at + 1)..] : line[at..]);
    }

    /// <summary>The line that ends in "wrote:", or one of the two lines before it that belong to it.</summary>
    private static bool IsAttribution(string[] lines, int at)
    {
        for (var i = at; i < Math.Min(lines.Length, at + 3); i++)
        {
            if (Wrote().IsMatch(lines[i]))
            {
                return i == at || AttributionStart().IsMatch(lines[at]) || (i == at + 1 && at > 0 && AttributionStart().IsMatch(lines[at - 1]));
            }

            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsOutlookHeader(string[] lines, int at) =>
        OriginalMessage().IsMatch(lines[at])
        || (lines[at].StartsWith("From: ", StringComparison.Ordinal) && at + 2 < lines.Length && at > 0
            && (lines[at + 1].StartsWith("Sent: ", StringComparison.Ordinal) || lines[at + 1].StartsWith("Date: ", StringComparison.Ordinal)));

    private static bool IsCourtesy(string[] lines, int at)
    {
        var line = lines[at].Trim();
        if (Greeting().IsMatch(line) || Closing().IsMatch(line) || line == "Reply via email to")
        {
            return true;
        }

        // A short name under a closing.
        var above = at - 1;
        while (above >= 0 && string.IsNullOrWhiteSpace(lines[above]))
        {
            above--;
        }

        return above >= 0 && line.Length is > 0 and < 40 && !line.EndsWith(':') && line.Split(' ').Length <= 3
            && !line.EndsWith('?') && Closing().IsMatch(lines[above].Trim());
    }

    [GeneratedRegex(@"(wrote|writes|said|schrieb|a écrit|escribió|napsal|写道)\s*[:：]\s*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Wrote();

    [GeneratedRegex(@"^\s*(On|Am|Le|El|Dne|At)\b|^\s*\*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AttributionStart();

    [GeneratedRegex("^-{3,} ?(Original Message|Forwarded message)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OriginalMessage();

    [GeneratedRegex(@"^(_{20,}|-{40,})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Footer();

    [GeneratedRegex(@"^(Hi|Hello|Hey|Dear|Good (morning|day))\b[^.?:]{0,40}[,!.]?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^(((Many |Kind |Best |Warm )?(thanks|regards|wishes|cheers)( again| a lot| in advance)?)|Thanks?( you)?( again| a lot| in advance| very much)?|Best|BR|Cheers|Thx|Mit freundlichen Grüßen|[A-Z]\.)[,.!]?( ?[A-Z][a-z]+[.,]?)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Closing();
}
