namespace PatchScribe.Archive.Storage;

/// <summary>
/// The tables, and the steps from each version to the next. The text of mails is not in them: the words of a mail are in a
/// contentless FTS5 index (sqlite.org/fts5.html), the mail itself stays where it came from, or, from sources that change,
/// in a compressed <c>block</c> of several.
/// </summary>
internal static class ArchiveSchema
{
    /// <summary>In <c>application_id</c>: the letters PaSc.</summary>
    public const int ApplicationId = 0x50615363;

    /// <summary>One step of SQL for each version; <c>user_version</c> counts the steps taken.</summary>
    public static readonly IReadOnlyList<string> Steps =
    [
        """
        CREATE TABLE source(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, location TEXT NOT NULL UNIQUE, state TEXT NOT NULL DEFAULT '');
        CREATE TABLE message(id INTEGER PRIMARY KEY AUTOINCREMENT, mid TEXT NOT NULL, date INTEGER, name TEXT NOT NULL, email TEXT NOT NULL,
          subject TEXT NOT NULL, copy INTEGER NOT NULL, grp INTEGER NOT NULL, size INTEGER NOT NULL);
        CREATE UNIQUE INDEX message_mid ON message(mid);
        CREATE INDEX message_grp ON message(grp);
        CREATE TABLE outline(message INTEGER PRIMARY KEY, data BLOB NOT NULL);
        CREATE TABLE raw(message INTEGER PRIMARY KEY, data BLOB NOT NULL);
        CREATE TABLE place(source INTEGER NOT NULL, locator BLOB NOT NULL, message INTEGER NOT NULL, PRIMARY KEY(source, locator)) WITHOUT ROWID;
        CREATE INDEX place_message ON place(message);
        CREATE TABLE tie(key INTEGER PRIMARY KEY, grp INTEGER NOT NULL);
        CREATE TABLE merged(grp INTEGER PRIMARY KEY, root INTEGER NOT NULL);
        CREATE TABLE dirty(grp INTEGER PRIMARY KEY);
        CREATE TABLE discussion(id INTEGER PRIMARY KEY, grp INTEGER NOT NULL, root TEXT NOT NULL, subject TEXT NOT NULL, name TEXT, email TEXT,
          version TEXT, patches INTEGER NOT NULL, expected INTEGER NOT NULL, messages INTEGER NOT NULL, first INTEGER, last INTEGER,
          trailers TEXT NOT NULL, spoke TEXT NOT NULL, content BLOB NOT NULL);
        CREATE INDEX discussion_grp ON discussion(grp);
        CREATE INDEX discussion_last ON discussion(last);
        CREATE TABLE review(content BLOB PRIMARY KEY, points INTEGER NOT NULL, questions INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE derived(name TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID;
        CREATE VIRTUAL TABLE words USING fts5(subject, sender, own, quoted, diff, file, hunk, blobbefore, blobafter, patchid,
          content='', contentless_delete=1, detail=column, tokenize="ascii tokenchars '_'");
        INSERT INTO words(words, rank) VALUES('hashsize', 25165824);
        INSERT INTO words(words, rank) VALUES('automerge', 8);
        """,
        """
        INSERT OR IGNORE INTO derived(name, version) VALUES('mail', 1), ('discussion', 1), ('review', 1);
        """,
        """
        ALTER TABLE raw RENAME TO block;
        ALTER TABLE block RENAME COLUMN message TO id;
        CREATE TABLE kept(message INTEGER PRIMARY KEY, block INTEGER NOT NULL, start INTEGER NOT NULL);
        INSERT INTO kept(message, block, start) SELECT id, id, 0 FROM block;
        """,
    ];
}
