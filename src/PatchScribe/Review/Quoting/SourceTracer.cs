using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Review.Quoting;

/// <summary>
/// Finds the mail and line that each quoted line of a reply comes from. A quotation of depth n is by the n-th mail above
/// in the thread; where marks are wrong, the other mails above are asked, nearest first.
/// </summary>
internal sealed class SourceTracer
{
    /// <summary>Mails above a reply that are asked for a line that is not where its depth says.</summary>
    private const int MaxAncestors = 12;

    private readonly Dictionary<string, LineIndex> indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MailMessage> messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ReplyLine>> replies = new(StringComparer.Ordinal);
    private readonly HashSet<string> postings;

    /// <param name="discussion">The mails.</param>
    /// <param name="postings">Patches and cover letters: all their lines are their author's.</param>
    public SourceTracer(Discussion discussion, HashSet<string> postings)
    {
        this.postings = postings;
        foreach (var thread in discussion.Threads)
        {
            foreach (var node in thread.Nodes)
            {
                if (node.Message is not null)
                {
                    messages.TryAdd(node.MessageId, node.Message);
                }

                if (node.Parent >= 0)
                {
                    parents.TryAdd(node.MessageId, thread.Nodes[node.Parent].MessageId);
                }
            }
        }
    }

    /// <summary>The lines of a reply, split once.</summary>
    public List<ReplyLine> Lines(MailMessage reply)
    {
        if (!replies.TryGetValue(reply.MessageId, out var lines))
        {
            replies.Add(reply.MessageId, lines = QuoteSplitter.Split(reply));
        }

        return lines;
    }

    /// <summary>Where each line comes from, by its position; null for own lines and for what no mail above holds.</summary>
    public SourceLine?[] Trace(MailMessage reply)
    {
        var above = Ancestors(reply.MessageId);
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = Lines(reply);
        var found = new SourceLine?[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == ReplyLineKind.Quoted && !lines[i].IsBlank)
            {
                found[i] = Find(lines[i], above, positions);
            }
        }

        return found;
    }

    private SourceLine? Find(ReplyLine line, List<string> above, Dictionary<string, int> positions)
    {
        var key = LineIndex.Key(line.Text);
        var stated = line.Depth - 1;
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

    private List<string> Ancestors(string messageId)
    {
        var above = new List<string>();
        while (above.Count < MaxAncestors && parents.TryGetValue(messageId, out var parent))
        {
            above.Add(parent);
            messageId = parent;
        }

        return above;
    }

    private LineIndex? Index(string messageId)
    {
        if (indexes.TryGetValue(messageId, out var index))
        {
            return index;
        }

        if (!messages.TryGetValue(messageId, out var message))
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
            foreach (var line in Lines(message).Where(line => line.Kind is ReplyLineKind.Own or ReplyLineKind.Diff))
            {
                index.Add(line.Text, line.Number);
            }
        }

        indexes.Add(messageId, index);
        return index;
    }
}
