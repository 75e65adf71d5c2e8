using PatchScribe.Mail;
using PatchScribe.Review.Quoting;

namespace PatchScribe.Review.Places;

/// <summary>
/// Finds the mail and line that each quoted line of a reply comes from. A quotation of depth n is by the n-th mail above
/// in the thread; where marks are wrong, the other mails above are asked, nearest first.
/// </summary>
/// <param name="replies">The mails' lines.</param>
/// <param name="postings">Patches and cover letters: all their lines are their author's.</param>
internal sealed class SourceTracer(ReplyReader replies, HashSet<string> postings)
{
    /// <summary>Lines above and below that one line of flowed text is followed over.</summary>
    private const int MaxFlow = 40;

    private readonly Dictionary<string, LineIndex> indexes = new(StringComparer.Ordinal);

    /// <summary>Where each line comes from, by its position; null for own lines and for what no mail above holds.</summary>
    public SourceLine?[] Trace(MailMessage reply)
    {
        var above = replies.Ancestors(reply.MessageId);
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = replies.Lines(reply);
        var found = new SourceLine?[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == ReplyLineKind.Quoted && !lines[i].IsBlank)
            {
                found[i] = Find(lines[i].Text, lines[i].Depth, above, positions) ?? (InFlow(lines, i) is { } whole ? Find(whole, lines[i].Depth, above, positions) : null);
            }
        }

        return found;
    }

    /// <summary>The line of flowed text that a line is a part of; null when it is one by itself.</summary>
    private static string? InFlow(List<ReplyLine> lines, int at)
    {
        var (from, to) = (at, at);
        while (from > 0 && at - from < MaxFlow && lines[from - 1].Joint != LineJoint.None)
        {
            from--;
        }

        while (to + 1 < lines.Count && to - at < MaxFlow && lines[to].Joint != LineJoint.None)
        {
            to++;
        }

        return from == to ? null : ReplyLine.Join(lines.GetRange(from, to - from + 1));
    }

    private SourceLine? Find(string text, int depth, List<string> above, Dictionary<string, int> positions)
    {
        var key = LineIndex.Key(text);
        var stated = depth - 1;
        for (var i = -1; i < above.Count; i++)
        {
            if (i == stated || (i < 0 && stated >= above.Count))
            {
                continue;
            }

            var id = above[i < 0 ? stated : i];
            if (Index(id) is { } index && index.Find(key, positions.GetValueOrDefault(id)) is var at and > 0)
            {
                positions[id] = at;
                return new SourceLine(id, at);
            }
        }

        return null;
    }

    private LineIndex? Index(string messageId)
    {
        if (indexes.TryGetValue(messageId, out var index))
        {
            return index;
        }

        if (replies.Message(messageId) is not { } message)
        {
            return null;
        }

        index = new LineIndex();
        if (postings.Contains(messageId))
        {
            var body = message.Body.Split('\n');
            for (var i = 0; i < body.Length; i++)
            {
                index.Add(body[i], i + 1);
            }
        }
        else
        {
            foreach (var line in replies.Lines(message).Where(line => line.Kind is ReplyLineKind.Own or ReplyLineKind.Diff))
            {
                index.Add(line.Text, line.Number);
            }
        }

        indexes.Add(messageId, index);
        return index;
    }
}
