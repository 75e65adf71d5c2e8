using PatchScribe.Archive.Storage;
using PatchScribe.Mail;

namespace PatchScribe.Archive.Discussions;

/// <summary>
/// Makes the rows of discussions anew for the groups whose mails changed, a batch of groups in a transaction: a process killed
/// in between goes on with the groups that are left.
/// </summary>
internal sealed class DiscussionWriter(ArchiveFile file)
{
    private const int GroupsInTransaction = 4000;

    /// <summary>Bytes that a mail takes while it is tied to others, beside its text.</summary>
    private const long MailWeight = 2048;

    /// <summary>Bytes that a byte of an outline takes meanwhile.</summary>
    private const long OutlineWeight = 5;

    /// <summary>Bytes of outlines after which garbage is collected.</summary>
    private const long CollectBytes = 8 << 20;

    private readonly GarbageBudget garbage = new(CollectBytes);
    private readonly GroupOutlines outlines = new(file);

    /// <summary>All groups that wait.</summary>
    public void WriteAll(Action<ArchiveProgress> progress)
    {
        var total = file.Statement("SELECT count(*) FROM dirty").Scalar() ?? 0;
        for (var done = 0L; ;)
        {
            var groups = Waiting();
            if (groups.Count == 0)
            {
                return;
            }

            file.Execute("BEGIN IMMEDIATE");
            foreach (var (group, bytes, rows) in OrderedParallel.Select(groups.Select(Load), Build, loaded => (loaded.Bytes * OutlineWeight) + (loaded.Mails.Count * MailWeight)))
            {
                Write(group, rows);
                garbage.Spend(bytes);
                if (++done % 100 == 0)
                {
                    progress(new ArchiveProgress("discussions", done, total, ""));
                }
            }

            file.Execute("COMMIT");
        }
    }

    private List<long> Waiting()
    {
        var groups = new List<long>();
        var waiting = file.Statement("SELECT grp FROM dirty ORDER BY grp LIMIT ?").Bind(1, GroupsInTransaction);
        while (waiting.Step())
        {
            groups.Add(waiting.Integer(0));
        }

        return groups;
    }

    private (long Group, long Bytes, List<OutlinedMail> Mails) Load(long group)
    {
        var mails = outlines.Of(group);
        return (group, mails.Sum(mail => (long)mail.Outline.Length), mails);
    }

    private static (long Group, long Bytes, List<DiscussionRow> Rows) Build((long Group, long Bytes, List<OutlinedMail> Mails) loaded) =>
        (loaded.Group, loaded.Bytes, [.. GroupOutlines.Build(loaded.Mails).Select(DiscussionRow.Of)]);

    private void Write(long group, List<DiscussionRow> rows)
    {
        file.Statement("DELETE FROM discussion WHERE grp=?").Bind(1, group).Run();
        foreach (var row in rows)
        {
            row.Insert(file, group);
        }

        file.Statement("DELETE FROM dirty WHERE grp=?").Bind(1, group).Run();
    }
}
