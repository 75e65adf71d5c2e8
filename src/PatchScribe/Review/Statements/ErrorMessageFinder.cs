using System.Text.RegularExpressions;
using PatchScribe.Mail;
using PatchScribe.Review.Proposals;
using PatchScribe.Review.Quoting;
using PatchScribe.Threads;

namespace PatchScribe.Review.Statements;

/// <summary>
/// Error texts that people cite: program output on lines of its own, joined again where mail wrapping broke it, with the
/// program's name and addresses kept. The words above say whether it is printed before, after, or is only proposed.
/// </summary>
internal static partial class ErrorMessageFinder
{
    private const int MinWrappedLine = 50;

    /// <summary>Lines above a message that are looked at for its command and its role.</summary>
    private const int MaxAbove = 40;

    public static IEnumerable<CitedErrorMessage> Find(IReadOnlyList<MailMessage> messages, ReplyReader replies, ProposalIndex proposals)
    {
        foreach (var message in messages)
        {
            var lines = replies.Lines(message);
            for (var i = 0; i < lines.Count; i++)
            {
                if (lines[i].Kind != ReplyLineKind.Own || !MayBeOutput(lines[i].Text.Trim()))
                {
                    continue;
                }

                var last = i;
                while (last + 1 < lines.Count && lines[last + 1] is { Kind: ReplyLineKind.Own, IsBlank: false } && (lines[last].Joint != LineJoint.None || IsWrapped(lines[last].Text, lines[last + 1].Text)))
                {
                    last++;
                }

                var text = ReplyLine.Join(lines.GetRange(i, last - i + 1));
                if (IsOutput(lines, i, text))
                {
                    yield return new CitedErrorMessage(text, Role(lines, i, message.MessageId, proposals), new MailQuote(message.MessageId, text, i + 1, last + 1));
                    i = last;
                }
            }
        }
    }

    /// <summary>Under a shell command, or in a program's form ("prog: ...", "... failed ...: ...") where output stands: indented, fenced, named after QEMU's or git's habit.</summary>
    private static bool IsOutput(List<ReplyLine> lines, int at, string text)
    {
        var under = at - 1;
        while (under >= 0 && under >= at - MaxAbove && !lines[under].IsBlank && !Fence().IsMatch(lines[under].Text.Trim()) && !IsCommand(lines[under]))
        {
            under--;
        }

        var commanded = under >= 0 && under >= at - MaxAbove && IsCommand(lines[under]);
        var set = lines[at].Text.StartsWith("  ", StringComparison.Ordinal) || lines[at].Text.StartsWith('\t') || (at > 0 && Fence().IsMatch(lines[at - 1].Text.Trim()));
        return (commanded && Failure().IsMatch(text)) || (set && Program().IsMatch(text)) || Certain().IsMatch(text);
    }

    private static bool MayBeOutput(string text) =>
        text.Length >= 8 && text[0] is not ('+' or '$' or '#') && !Fence().IsMatch(text) && TrailerReader.Read(text).Count == 0 && !SubjectOrNote().IsMatch(text);

    private static bool IsCommand(ReplyLine line) => line.Text.TrimStart().StartsWith("$ ", StringComparison.Ordinal);

    private static bool IsWrapped(string line, string next) =>
        line.Trim().Length >= MinWrappedLine && !Fence().IsMatch(next.Trim()) && !next.TrimStart().StartsWith("$ ", StringComparison.Ordinal)
        && (line.TrimEnd().EndsWith(':') || (!Program().IsMatch(next.Trim()) && (line.EndsWith(' ') || next.TrimStart().StartsWith('"') || !next.StartsWith(' '))));

    private static string Role(List<ReplyLine> lines, int at, string messageId, ProposalIndex proposals)
    {
        if (proposals.At(messageId, at + 1) is { Kind: "error-message" })
        {
            return "proposed";
        }

        var near = new List<string>();
        for (var i = at - 1; i >= 0 && i >= at - MaxAbove && near.Count < 4; i--)
        {
            if (!lines[i].IsBlank && lines[i].Kind == ReplyLineKind.Own)
            {
                near.Insert(0, lines[i].Text);
            }
        }

        var above = string.Join(' ', near);
        var (before, after) = (Before().Matches(above), After().Matches(above));
        var (lastBefore, lastAfter) = (before.Count == 0 ? -1 : before[^1].Index, after.Count == 0 ? -1 : after[^1].Index);
        return lastBefore < 0 && lastAfter < 0 ? "observed" : lastAfter > lastBefore ? "after" : "before";
    }

    [GeneratedRegex(@"^([A-Za-z./*][\w./*-]*(\.\.\.)?: .*\b(error|fail(ed|ure|s)?|invalid|not found|not supported|unsupported|cannot|can't|could not|couldn't|unable|denied|no such|unexpected|warning|bug|timed? ?out|refused|missing|unknown|expected|must|illegal|bad|abort(ed)?|panic|oops|fault)\b.*|(error|fatal|warning): \S.*|-device [^ ]+:.*|\[\s*\d+\.\d+\] .*|.*\b(not found|failed to|No such (file|device)|invalid|cannot|could not|Permission denied)\b.{0,400}:.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Program();

    [GeneratedRegex(@"\b(error|fail(ed|ure|s)?|invalid|not (found|supported|permitted|allowed|available)|un(supported|able|known|expected|defined)|can(not|'t)|could(n't| not)|denied|no such|warning|bug|timed? ?out|refused|missing|expected|must|illegal|bad|abort(ed)?|panic|oops|fault|only|does(n't| not)|fatal|out of)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Failure();

    [GeneratedRegex(@"^(qemu[\w.*-]*(\.\.\.)?|git|error|fatal|kvm|virsh|libvirtd?): \S|^\[\s*[0-9]+\.[0-9]+\] ", RegexOptions.ExplicitCapture)]
    private static partial Regex Certain();

    [GeneratedRegex(@"^(Note|NB|PS|Subject|From|Changes|v[0-9]+)( [^:]*)?: |^([\w.-]+/[\w./-]+|[\w,-]+/[\w,-]+): ", RegexOptions.ExplicitCapture)]
    private static partial Regex SubjectOrNote();

    [GeneratedRegex("^(```|~~~|\\}\\}\\}|\\{\\{\\{)", RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\b(before|currently|today|instead of|used to|without (this|the) (patch|change)|old|at the moment|right now)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Before();

    [GeneratedRegex(@"\b(after|now (gets|prints|reports|fails|is)|will (be|report|print|try|fail|get)|with (this|the) (patch|change)|becomes|new error|reported as)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex After();
}
