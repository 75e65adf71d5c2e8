using System.Text.RegularExpressions;

namespace PatchScribe.Drafts.LogText;

/// <summary>
/// Takes a commit log (body alone, or subject and body) apart into blocks and trailers. A fenced or indented run of
/// lines is verbatim; the trailers are the last paragraphs that git-interpret-trailers(1) would take as such.
/// </summary>
internal static partial class LogParser
{
    /// <summary>Reads a body; <paramref name="subject"/> is carried along. Lines end in LF.</summary>
    public static LogDocument ParseBody(string subject, string body, LogOrigin origin, int bodyLine = 1)
    {
        var lines = body.Split('\n');
        var end = lines.Length;
        while (end > 0 && string.IsNullOrWhiteSpace(lines[end - 1]))
        {
            end--;
        }

        var trailersFrom = FindTrailers(lines, end);
        var trailers = new List<LogTrailer>();
        for (var i = trailersFrom; i < end; i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i]))
            {
                AddTrailer(trailers, lines[i], origin, bodyLine + i);
            }
        }

        var subjectEvidence = subject.Length == 0 ? null : origin.EvidenceOf(subject, 1);
        return new LogDocument(subject, subjectEvidence, Blocks(lines, trailersFrom, origin, bodyLine), trailers);
    }

    /// <summary>Reads a whole log: the first line is the subject (lines up to the first blank one, joined).</summary>
    public static LogDocument ParseWhole(string text, LogOrigin origin)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var start = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (start < 0)
        {
            return LogDocument.Empty;
        }

        var end = start;
        while (end < lines.Length && !string.IsNullOrWhiteSpace(lines[end]))
        {
            end++;
        }

        var subject = string.Join(' ', lines[start..end].Select(line => line.Trim()));
        var body = string.Join('\n', lines[end..]);
        var parsed = ParseBody(subject, body, origin, end + 1);
        return parsed with { SubjectEvidence = origin.EvidenceOf(subject, start + 1) };
    }

    /// <summary>True for a trailer line. "Note: ..." is prose, though git-interpret-trailers(1) would take it: a token is hyphenated or one of the field's.</summary>
    public static bool IsTrailer(string line) => TrailerLine().IsMatch(line);

    private static void AddTrailer(List<LogTrailer> trailers, string line, LogOrigin origin, int at)
    {
        if (trailers.Count > 0 && line[0] is ' ' or '\t')
        {
            var last = trailers[^1];
            var joined = last.Text + " " + line.Trim();
            trailers[^1] = new LogTrailer(joined, [origin.EvidenceOf(joined, last.Evidence[0].Line ?? at)]);
            return;
        }

        trailers.Add(new LogTrailer(line.TrimEnd(), [origin.EvidenceOf(line.Trim(), at)]));
    }

    /// <summary>Index of the first trailer line, walking up over paragraphs that hold nothing but trailers.</summary>
    private static int FindTrailers(string[] lines, int end)
    {
        var from = end;
        var i = end;
        while (i > 0)
        {
            var top = i;
            while (top > 0 && !string.IsNullOrWhiteSpace(lines[top - 1]))
            {
                top--;
            }

            if (top == i || !Enumerable.Range(top, i - top).All(k => IsTrailerOrContinuation(lines, k, top)))
            {
                break;
            }

            from = top;
            i = top;
            while (i > 0 && string.IsNullOrWhiteSpace(lines[i - 1]))
            {
                i--;
            }
        }

        return from;
    }

    private static bool IsTrailerOrContinuation(string[] lines, int index, int top) =>
        IsTrailer(lines[index]) || (index > top && (lines[index][0] is ' ' or '\t' or '['));

    private static List<LogBlock> Blocks(string[] lines, int end, LogOrigin origin, int bodyLine)
    {
        var blocks = new List<LogBlock>();
        var pending = new List<string>();
        var first = 0;
        var fence = false;
        var verbatim = false;
        var attached = false;
        for (var i = 0; i <= end; i++)
        {
            var line = i < end ? lines[i].TrimEnd() : "";
            var isFence = i < end && IsFence(line);
            var indented = line.Length > 0 && (line[0] == '\t' || line.StartsWith("  ", StringComparison.Ordinal));
            var listItem = !verbatim && ListItem().IsMatch(line);
            var continuation = pending.Count > 0 && !verbatim && indented && IsListOpen(pending);
            var breaks = i == end || isFence || (!fence && line.Length == 0)
                || (!fence && pending.Count > 0 && verbatim != (indented && !listItem && !continuation))
                || (!fence && pending.Count > 0 && listItem && !verbatim && !indented);
            if (breaks && pending.Count > 0)
            {
                blocks.Add(Block(pending, verbatim, first, i - 1, origin, bodyLine, attached));
                pending = [];
                attached = line.Length > 0 && !isFence;
            }

            if (isFence)
            {
                fence = !fence;
                verbatim = fence;
                attached = false;
                continue;
            }

            if (line.Length == 0 && !fence)
            {
                attached = false;
                continue;
            }

            if (i < end)
            {
                if (pending.Count == 0)
                {
                    first = i;
                    verbatim = fence || (indented && !listItem);
                }

                pending.Add(line);
            }
        }

        return blocks;
    }

    private static LogBlock Block(List<string> lines, bool verbatim, int first, int last, LogOrigin origin, int bodyLine, bool attached)
    {
        var text = verbatim ? StripIndent(lines) : lines;
        var evidence = origin.EvidenceOf(string.Join('\n', text), bodyLine + first);
        return new LogBlock(verbatim ? LogBlockKind.Verbatim : LogBlockKind.Paragraph, [.. text],
            origin.FirstLine + bodyLine + first - 1, origin.FirstLine + bodyLine + last - 1, [evidence])
        {
            Attached = attached,
        };
    }

    private static List<string> StripIndent(List<string> lines)
    {
        var indent = lines.Where(line => line.Length > 0)
            .Select(line => line.Length - line.TrimStart(' ', '\t').Length).DefaultIfEmpty(0).Min();
        return lines.ConvertAll(line => line.Length >= indent ? line[indent..] : "");
    }

    private static bool IsListOpen(List<string> pending) => ListItem().IsMatch(pending[0]);

    private static bool IsFence(string line)
    {
        var trimmed = line.Trim();
        return trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^([A-Za-z0-9]+(-[A-Za-z0-9]+)+|Fixes|Link|Closes|Cc|CC|BugLink|Buglink|Resolves|Bug|Ref|References|Tags|Supersedes)\s?:\s?\S|^\(cherry picked from commit ", RegexOptions.ExplicitCapture)]
    private static partial Regex TrailerLine();

    [GeneratedRegex(@"^\s{0,3}([-*+o]|\(?[0-9]{1,2}[.)]|[a-z]\))\s+\S", RegexOptions.ExplicitCapture)]
    private static partial Regex ListItem();
}
