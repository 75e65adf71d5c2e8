using PatchScribe.Mail;

namespace PatchScribe.Review.Quoting;

/// <summary>
/// Tells a reply's own lines from quoted ones: marks of any depth (<c>&gt;</c>, <c>&gt; &gt;</c>, <c>|</c>; RFC 3676
/// section 4.5), attributions, unmarked quotations below a header block, courtesies, diffs inside a reply. A page whose
/// marks were lost has own lines only.
/// </summary>
internal static class QuoteSplitter
{
    /// <summary>Every line of the body, in order.</summary>
    public static List<ReplyLine> Split(MailMessage message)
    {
        var lines = message.Body.Split('\n');
        var result = new List<ReplyLine>(lines.Length);
        var bars = !Array.Exists(lines, line => line.StartsWith('>'));
        var (ended, below, diff) = (false, false, false);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (!message.Pasted)
            {
                ended = ended || CourtesyLines.IsEnd(line);
                below = below || AttributionLines.IsHeaderBlock(lines, i);
            }

            var (depth, text) = Unquote(line, bars);
            diff = depth == 0 && !ended && !below && (diff ? StaysInDiff(lines, i) : StartsDiff(lines, i));
            var kind = ended ? ReplyLineKind.Courtesy
                : depth > 0 || below ? ReplyLineKind.Quoted
                : diff ? ReplyLineKind.Diff
                : text.Length == 0 ? ReplyLineKind.Own
                : AttributionLines.IsAttribution(lines, i) ? ReplyLineKind.Attribution
                : CourtesyLines.IsCourtesy(lines, i, message.Author.Name) ? ReplyLineKind.Courtesy
                : ReplyLineKind.Own;
            result.Add(new ReplyLine(i + 1, kind, below ? depth + 1 : depth, text));
        }

        return result;
    }

    /// <summary>Depth and text of a line. A bar is a mark only in mails that quote with nothing else; elsewhere it sets off a text.</summary>
    private static (int Depth, string Text) Unquote(string line, bool bars)
    {
        var (depth, at) = (0, 0);
        while (at < line.Length)
        {
            var mark = at;
            while (mark < line.Length && mark - at < 2 && line[mark] == ' ')
            {
                mark++;
            }

            if (mark >= line.Length || !(line[mark] == '>' || (bars && line[mark] == '|' && mark + 1 < line.Length && line[mark + 1] == ' ')))
            {
                break;
            }

            depth++;
            at = mark + 1;
        }

        return (depth, depth > 0 && at < line.Length && line[at] == ' ' ? line[(at + 1)..] : line[at..]);
    }

    private static bool StartsDiff(string[] lines, int at) =>
        lines[at].StartsWith("diff --git ", StringComparison.Ordinal)
        || (lines[at].StartsWith("--- ", StringComparison.Ordinal) && at + 1 < lines.Length && lines[at + 1].StartsWith("+++ ", StringComparison.Ordinal))
        || (lines[at].StartsWith("@@ -", StringComparison.Ordinal) && lines[at].IndexOf(" @@", 4, StringComparison.Ordinal) > 0);

    /// <summary>A diff goes on over lines that a mailer broke; a blank line ends it unless a line of a diff follows.</summary>
    private static bool StaysInDiff(string[] lines, int at) =>
        lines[at].Trim().Length > 0
            ? lines[at - 1].Trim().Length > 0 || IsDiffLine(lines[at])
            : at + 1 < lines.Length && IsDiffLine(lines[at + 1]);

    private static bool IsDiffLine(string line) =>
        line.Length > 0 && (line[0] is ' ' or '+' or '\t' or '@' or '\\' || (line[0] == '-' && line != "-- ") || line.StartsWith("diff --git ", StringComparison.Ordinal) || line.StartsWith("index ", StringComparison.Ordinal));
}
