using PatchScribe.Archive.Storage;
using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Archive.Discussions;

/// <summary>
/// Makes the rows of discussions anew for the groups whose mails changed, a batch of groups in a transaction: a process killed
/// in between goes on with the groups that are left.
/// </summary>
internal sealed class DiscussionWriter(ArchiveFile file)
{
    private const int GroupsInTransaction = 4000;

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
            foreach (var (group, rows) in OrderedParallel.Select(groups.Select(group => (group, Load(group))), Build, item => item.Item2.Count * 2048L))
            {
                Write(group, rows);
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

    private List<(string Id, string Subject, DateTimeOffset? Date, byte[] Outline)> Load(long group)
    {
        var mails = new List<(string, string, DateTimeOffset?, byte[])>();
        var rows = file.Statement("SELECT mid, subject, date, data FROM message JOIN outline ON outline.message = message.id WHERE grp=?").Bind(1, group);
        while (rows.Step())
        {
            mails.Add((rows.Text(0), rows.Text(1), rows.IsNull(2) ? null : DateTimeOffset.FromUnixTimeSeconds(rows.Integer(2)), rows.Bytes(3)));
        }

        return mails;
    }

    private static (long Group, List<DiscussionRow> Rows) Build((long Group, List<(string Id, string Subject, DateTimeOffset? Date, byte[] Outline)> Mails) group) =>
        (group.Group, [.. DiscussionBuilder.Build([.. group.Mails.Select(mail => MailOutline.Read(mail.Id, mail.Subject, mail.Date, mail.Outline))]).Select(DiscussionRow.Of)]);

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
