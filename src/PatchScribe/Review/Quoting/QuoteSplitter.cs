using System.Buffers;
using PatchScribe.Mail;

namespace PatchScribe.Review.Quoting;

/// <summary>
/// Tells a reply's own lines from quoted ones: marks of any depth (<c>&gt;</c>, <c>&gt; &gt;</c>, <c>|</c>, <c>MZ&gt;</c>; RFC 3676
/// section 4.5), attributions, quotations without marks below a header block or an attribution, courtesies, diffs inside a
/// reply. A page whose marks were lost has own lines only.
/// </summary>
internal sealed class QuoteSplitter
{
    private const int MaxInitials = 4;

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly MailMessage message;
    private readonly Func<IEnumerable<string>> above;
    private readonly Lazy<HashSet<string>> linesAbove;
    private readonly string[] lines;
    private readonly (int Depth, string Text)[] marked;
    private readonly int lastMarked;

    /// <summary>Lines of a header block end before this one.</summary>
    private int header;

    /// <summary>Header blocks above the line.</summary>
    private int copies;

    /// <summary>From <see cref="copyFrom"/> on, which lines are quoted without marks; null: all of them.</summary>
    private bool[]? copied;
    private int copyFrom = int.MaxValue;
    private bool compared;
    private bool ended;
    private bool diff;

    private QuoteSplitter(MailMessage message, Func<IEnumerable<string>> above)
    {
        this.message = message;
        this.above = above;
        linesAbove = new Lazy<HashSet<string>>(() => above().SelectMany(body => body.Split('\n')).ToHashSet(StringComparer.Ordinal));
        lines = message.Body.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = lines[i].TrimEnd('\r');
        }

        var bars = !Array.Exists(lines, line => line.StartsWith('>'));
        marked = Array.ConvertAll(lines, line => message.Flowed && line.StartsWith(' ') ? (0, line[1..]) : Unquote(line, bars));
        lastMarked = Array.FindLastIndex(marked, line => line.Depth > 0);
    }

    /// <summary>Every line of the body, in order; <paramref name="above"/> gives the bodies of the mails above and is asked only where marks are missing.</summary>
    public static List<ReplyLine> Split(MailMessage message, Func<IEnumerable<string>> above)
    {
        var splitter = new QuoteSplitter(message, above);
        var joints = FlowedText.Joints(message, splitter.marked);
        var result = new List<ReplyLine>(splitter.lines.Length);
        for (var i = 0; i < splitter.lines.Length; i++)
        {
            var (kind, depth) = splitter.Read(i);
            var text = splitter.marked[i].Text;
            result.Add(new ReplyLine(i + 1, kind, depth, joints[i] == LineJoint.Tight ? text[..^1] : text, joints[i]));
        }

        return result;
    }

    private (ReplyLineKind Kind, int Depth) Read(int at)
    {
        var (depth, text) = marked[at];
        if (!message.Pasted && at >= header)
        {
            LookForCopy(at);
        }

        if (at < header)
        {
            return (ReplyLineKind.Attribution, 0);
        }

        var copy = at >= copyFrom && (copied is null || copied[at - copyFrom]);
        ended = !copy && !message.Pasted && (ended || CourtesyLines.IsEnd(lines[at]));
        diff = depth == 0 && !ended && !copy && (diff ? StaysInDiff(lines, at) : StartsDiff(lines, at));
        var kind = ended ? ReplyLineKind.Courtesy
            : depth > 0 || copy ? ReplyLineKind.Quoted
            : diff ? ReplyLineKind.Diff
            : text.Length == 0 ? ReplyLineKind.Own
            : AttributionLines.IsAttribution(lines, at) ? ReplyLineKind.Attribution
            : CourtesyLines.IsCourtesy(lines, at, message.Author.Name) ? ReplyLineKind.Courtesy
            : ReplyLineKind.Own;
        if (kind == ReplyLineKind.Attribution && at > lastMarked && !compared && AttributionLines.Ends(lines, at))
        {
            // "On ..., X wrote:" and no mark below it: what the mails above hold is quoted.
            Copy(at + 1, unlessKnown: false);
        }

        return (kind, copy ? depth + Math.Max(1, copies) : depth);
    }

    /// <summary>A header block: of a mail that is copied below it, or, where marks follow, another form of attribution.</summary>
    private void LookForCopy(int at)
    {
        if (HeaderBlocks.End(lines, at) is not (> 0 and var end))
        {
            return;
        }

        header = end;
        ended = false;
        var first = Array.FindIndex(lines, end, line => !string.IsNullOrWhiteSpace(line));
        if (copyFrom == int.MaxValue && first >= 0 && marked[first].Depth > 0 && !linesAbove.Value.Contains(lines[first]))
        {
            return;
        }

        copies++;
        if (copyFrom == int.MaxValue)
        {
            Copy(end, unlessKnown: true, HeaderBlocks.IsPatch(lines, at, end));
        }
    }

    /// <summary>Begins a quotation without marks; where the mails above do not tell, all of it is quoted or nothing.</summary>
    private void Copy(int from, bool unlessKnown, bool whole = false)
    {
        compared = true;
        copied = whole ? null : new UnmarkedQuotation(above()).Quoted(lines, from);
        copyFrom = copied is not null || unlessKnown ? from : copyFrom;
    }

    /// <summary>Depth and text of a line. A bar is a mark only in mails that quote with nothing else; elsewhere it sets off a text.</summary>
    private static (int Depth, string Text) Unquote(string line, bool bars)
    {
        var (depth, at) = (0, Initials(line));
        depth += at > 0 ? 1 : 0;
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

    /// <summary>Characters of a mark with the letters of a name in it ("MZ> text"), 0 when there is none.</summary>
    private static int Initials(string line)
    {
        var mark = line.AsSpan(0, Math.Min(line.Length, MaxInitials + 1)).IndexOf('>');
        return mark > 0 && mark + 1 < line.Length && line[mark + 1] == ' ' && char.IsAsciiLetterUpper(line[0]) && !line.AsSpan(0, mark).ContainsAnyExcept(Letters) ? mark + 1 : 0;
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
