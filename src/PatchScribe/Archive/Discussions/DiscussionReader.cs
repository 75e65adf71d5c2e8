using PatchScribe.Archive.Storage;
using PatchScribe.Diagnostics;
using PatchScribe.Threads;

namespace PatchScribe.Archive.Discussions;

/// <summary>Reads whole discussions: every mail of a group from where it is, tied by the Threads stage.</summary>
internal sealed class DiscussionReader(ArchiveFile file)
{
    private readonly MailLoader loader = new(file);

    /// <summary>Mails that are gone.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => loader.Diagnostics;

    /// <summary>The discussions of a group.</summary>
    public IReadOnlyList<Discussion> OfGroup(long group) => DiscussionBuilder.Build(loader.Load(Ids(group)));

    /// <summary>The discussion that holds one of these Message-IDs, the first that the archive knows; null when it knows none.</summary>
    public Discussion? Find(IEnumerable<string> messageIds)
    {
        foreach (var id in messageIds)
        {
            if (file.Statement("SELECT grp FROM message WHERE mid=?").Bind(1, id).Scalar() is { } group)
            {
                return OfGroup(group).FirstOrDefault(discussion => discussion.Messages.Any(message => message.MessageId == id));
            }
        }

        return null;
    }

    private List<long> Ids(long group)
    {
        var ids = new List<long>();
        var rows = file.Statement("SELECT id FROM message WHERE grp=? ORDER BY id").Bind(1, group);
        while (rows.Step())
        {
            ids.Add(rows.Integer(0));
        }

        return ids;
    }
}
