using PatchScribe.Archive.Discussions;

namespace PatchScribe.Archive.Storage;

/// <summary>What became of a mail.</summary>
internal enum Stored
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It was there already, from this place.</summary>
    Known,

    /// <summary>It was there already, from another place: a copy over another list, or in another mailbox.</summary>
    Copy,
}

/// <summary>
/// Writes mails into the file, in transactions: <see cref="Commit(long, string?)"/> makes the mails and the state of their source durable
/// together, so that a process killed at any moment goes on with the first mail that is not there.
/// </summary>
internal sealed class MailStore(ArchiveFile file, GroupTable groups)
{
    /// <summary>How often one Message-ID may stand for different mails; those beyond are taken for copies.</summary>
    private const int MaxRepeats = 20;

    private readonly KeptMails kept = new(file);
    private bool open;

    /// <summary>Stores one mail found at a place of a source.</summary>
    public Stored Add(long source, byte[] locator, MailEntry mail)
    {
        Begin();
        var (id, isNew) = Insert(mail);
        if (!isNew)
        {
            var added = file.Statement("INSERT OR IGNORE INTO place(source, locator, message) VALUES(?, ?, ?)").Bind(1, source).Bind(2, locator).Bind(3, id).Run();
            return added == 0 ? Stored.Known : Stored.Copy;
        }

        file.Statement("INSERT OR REPLACE INTO place(source, locator, message) VALUES(?, ?, ?)").Bind(1, source).Bind(2, locator).Bind(3, id).Run();
        file.Statement("INSERT INTO outline(message, data) VALUES(?, ?)").Bind(1, id).Bind(2, mail.Outline).Run();
        if (mail.Raw is { } bytes)
        {
            kept.Add(id, bytes.Span);
        }

        WriteWords(id, mail.Words);
        return Stored.Added;
    }

    /// <summary>Makes what was computed from a mail anew: outline, words, and the group that its ties lead to.</summary>
    public void Replace(long id, MailEntry mail)
    {
        Begin();
        file.Statement("UPDATE message SET grp=? WHERE id=?").Bind(1, groups.Join(mail.Ties)).Bind(2, id).Run();
        file.Statement("UPDATE outline SET data=? WHERE message=?").Bind(1, mail.Outline).Bind(2, id).Run();
        file.Statement("DELETE FROM words WHERE rowid=?").Bind(1, id).Run();
        WriteWords(id, mail.Words);
    }

    private void WriteWords(long id, byte[]?[] columns)
    {
        var words = file.Statement("INSERT INTO words(rowid, subject, sender, own, quoted, diff, file, hunk, blobbefore, blobafter, patchid) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").Bind(1, id);
        for (var i = 0; i < columns.Length; i++)
        {
            words.BindText(i + 2, columns[i]);
        }

        words.Run();
    }

    /// <summary>A place of a source holds nothing any more; a mail without any place is gone.</summary>
    public bool Remove(long source, byte[] locator)
    {
        Begin();
        if (Find(source, locator) is not { } id)
        {
            return false;
        }

        file.Statement("DELETE FROM place WHERE message=? AND locator=?").Bind(1, id).Bind(2, locator).Run();
        if (file.Statement("SELECT 1 FROM place WHERE message=? LIMIT 1").Bind(1, id).Scalar() is not null)
        {
            return false;
        }

        groups.Touch(file.Statement("SELECT grp FROM message WHERE id=?").Bind(1, id).Scalar() ?? 0);
        Drop(id);
        return true;
    }

    /// <summary>Forgets a mail that cannot be read any more.</summary>
    public void Forget(long id)
    {
        Begin();
        file.Statement("DELETE FROM place WHERE message=?").Bind(1, id).Run();
        Drop(id);
    }

    private void Drop(long id)
    {
        foreach (var sql in (string[])["DELETE FROM words WHERE rowid=?", "DELETE FROM outline WHERE message=?", "DELETE FROM kept WHERE message=?", "DELETE FROM message WHERE id=?"])
        {
            file.Statement(sql).Bind(1, id).Run();
        }
    }

    /// <summary>Makes everything so far durable, with how far the source was read.</summary>
    public void Commit(long source, string? state)
    {
        if (state is not null)
        {
            Begin();
            file.Statement("UPDATE source SET state=? WHERE id=?").Bind(1, state).Bind(2, source).Run();
        }

        Commit();
    }

    /// <summary>Makes everything so far durable.</summary>
    public void Commit()
    {
        if (open)
        {
            kept.Flush();
            groups.Save();
            file.Execute("COMMIT");
            open = false;
        }
    }

    private void Begin()
    {
        if (!open)
        {
            file.Execute("BEGIN IMMEDIATE");
            open = true;
        }
    }

    /// <summary>The mail of a place; a deletion in one epoch of a public-inbox may mean a mail of an older one.</summary>
    private long? Find(long source, byte[] locator) =>
        file.Statement("SELECT message FROM place WHERE source=? AND locator=?").Bind(1, source).Bind(2, locator).Scalar()
        ?? file.Statement("SELECT message FROM source CROSS JOIN place ON place.source = source.id AND locator=? WHERE kind='public-inbox' LIMIT 1").Bind(1, locator).Scalar();

    /// <summary>The row of a mail, and whether it is new: another mail of the same id gets an id of its own.</summary>
    private (long Id, bool IsNew) Insert(MailEntry mail)
    {
        for (var repeat = 0; ; repeat++)
        {
            var mid = repeat == 0 ? mail.MessageId : $"{mail.MessageId}#repeat{repeat}";
            var known = file.Statement("SELECT id, copy FROM message WHERE mid=?").Bind(1, mid);
            if (known.Step())
            {
                var (id, copy) = (known.Integer(0), known.Integer(1));
                known.Reset();
                if (copy == mail.Copy || repeat == MaxRepeats)
                {
                    return (id, false);
                }

                continue;
            }

            file.Statement("INSERT INTO message(mid, date, name, email, subject, copy, grp, size) VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
                .Bind(1, mid).Bind(2, mail.Date).Bind(3, mail.Author.Name).Bind(4, mail.Author.Email).Bind(5, mail.Subject).Bind(6, mail.Copy)
                .Bind(7, groups.Join(mail.Ties)).Bind(8, mail.Size).Run();
            return (file.LastId, true);
        }
    }
}
