using PatchScribe.Archive.Discussions;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;

namespace PatchScribe.Archive.Storage;

/// <summary>
/// Makes anew what an older version of this program computed in another way. The table <c>derived</c> holds the version of each kind;
/// counts are dropped, groups wait for their rows anew, mails are read again from where they are, a batch in a transaction, so
/// that a process killed in between goes on.
/// </summary>
internal sealed class DerivedData(ArchiveFile file, Action<ArchiveProgress> progress)
{
    private const long BatchBytes = 8 << 20;

    /// <summary>How far an interrupted run came: the id of the last mail; in place of a version.</summary>
    private const string Reached = "mail-reached";

    /// <summary>Brings everything to the present version; nothing is done when it has it.</summary>
    public void Refresh()
    {
        if (Version("review") != ReviewCounts.Version)
        {
            Replace("review", ReviewCounts.Version, "DELETE FROM review");
        }

        if (Version("discussion") != DiscussionRow.Version)
        {
            Replace("discussion", DiscussionRow.Version, "INSERT OR IGNORE INTO dirty(grp) SELECT DISTINCT grp FROM message");
        }

        if (Version("mail") != MailEntry.Version)
        {
            ReadMailsAgain();
        }
    }

    private void ReadMailsAgain()
    {
        RequireSources();
        if (Version(Reached) is not { } reached)
        {
            reached = 0;
            Replace(Reached, 0, "DELETE FROM tie; DELETE FROM merged; DELETE FROM dirty; DELETE FROM discussion");
        }

        var total = file.Statement("SELECT count(*) FROM message").Scalar() ?? 0;
        var done = file.Statement("SELECT count(*) FROM message WHERE id <= ?").Bind(1, reached).Scalar() ?? 0;
        var store = new MailStore(file, new GroupTable(file));
        for (var ids = After(reached); ids.Count > 0; ids = After(ids[^1]))
        {
            var mails = new MailLoader(file).Read(ids);
            foreach (var (id, entry) in OrderedParallel.Select(mails, mail => (mail.Id, MailEntry.Of(MailLoader.Decode(mail), keepRaw: false)), mail => mail.Bytes.Length))
            {
                store.Replace(id, entry);
            }

            foreach (var gone in ids.Except(mails.Select(mail => mail.Id)))
            {
                store.Forget(gone);
            }

            SetVersion(Reached, ids[^1]);
            store.Commit();
            done += ids.Count;
            progress(new ArchiveProgress("mails read again", done, total, ""));
        }

        Replace("mail", MailEntry.Version, $"DELETE FROM derived WHERE name='{Reached}'");
    }

    /// <summary>A public-inbox that is not there at the moment must not cost the archive its mails.</summary>
    private void RequireSources()
    {
        var sources = file.Statement("SELECT location FROM source WHERE kind='public-inbox' ORDER BY location");
        while (sources.Step())
        {
            if (sources.Text(0) is var location && !Directory.Exists(location))
            {
                sources.Reset();
                throw new InputException($"the archive was made by another version, and {location} is not there to be read again", "put it back, or delete the archive and ingest again");
            }
        }
    }

    private List<long> After(long id)
    {
        var ids = new List<long>();
        var bytes = 0L;
        var rows = file.Statement("SELECT id, size FROM message WHERE id > ? ORDER BY id").Bind(1, id);
        while (bytes < BatchBytes && rows.Step())
        {
            ids.Add(rows.Integer(0));
            bytes += rows.Integer(1);
        }

        rows.Reset();
        return ids;
    }

    private long? Version(string name) => file.Statement("SELECT version FROM derived WHERE name=?").Bind(1, name).Scalar();

    private void SetVersion(string name, long version) => file.Statement("INSERT OR REPLACE INTO derived(name, version) VALUES(?, ?)").Bind(1, name).Bind(2, version).Run();

    private void Replace(string name, long version, string sql)
    {
        file.Execute("BEGIN IMMEDIATE");
        file.Execute(sql);
        SetVersion(name, version);
        file.Execute("COMMIT");
    }
}
