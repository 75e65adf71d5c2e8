using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Review.Quoting;

/// <summary>The lines of a discussion's mails, each mail split once, with the mails above it at hand.</summary>
internal sealed class ReplyReader
{
    /// <summary>Mails above a reply whose text may be quoted in it.</summary>
    private const int MaxAncestors = 12;

    private readonly Dictionary<string, MailMessage> messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ReplyLine>> replies = new(StringComparer.Ordinal);

    public ReplyReader(Discussion discussion)
    {
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

    /// <summary>The mail with this id, or null.</summary>
    public MailMessage? Message(string messageId) => messages.GetValueOrDefault(messageId);

    /// <summary>The lines of a mail.</summary>
    public List<ReplyLine> Lines(MailMessage mail)
    {
        if (!replies.TryGetValue(mail.MessageId, out var lines))
        {
            replies.Add(mail.MessageId, lines = QuoteSplitter.Split(mail, () => Ancestors(mail.MessageId).Select(Message).OfType<MailMessage>().Select(above => above.Body)));
        }

        return lines;
    }

    /// <summary>The ids of the mails above, nearest first.</summary>
    public List<string> Ancestors(string messageId)
    {
        var above = new List<string>();
        while (above.Count < MaxAncestors && parents.TryGetValue(messageId, out var parent))
        {
            above.Add(parent);
            messageId = parent;
        }

        return above;
    }
}
