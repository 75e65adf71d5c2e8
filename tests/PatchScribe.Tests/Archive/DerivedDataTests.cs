using Microsoft.Data.Sqlite;
using PatchScribe.Archive.Storage;
using PatchScribe.Diagnostics;
using PatchScribe.Tests.Git;
using static PatchScribe.Tests.Archive.ArchiveFolder;

namespace PatchScribe.Tests.Archive;

/// <summary>An archive of an older version becomes one of this version, without losing a mail.</summary>
public sealed class DerivedDataTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ArchiveFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_of_the_first_schema_is_brought_to_the_last()
    {
        Sql(ArchiveSchema.Steps[0], $"PRAGMA application_id={ArchiveSchema.ApplicationId}", "PRAGMA user_version=1",
            "INSERT INTO source(kind, location, state) VALUES('mbox', '/gone.mbox', '1:x')",
            "INSERT INTO message(mid, date, name, email, subject, copy, grp, size) VALUES('1@x', 1777600000, 'Ines', 'ines@example.org', 'old', 1, 1, 9)",
            "INSERT INTO place(source, locator, message) VALUES(1, x'01', 1)");
        Assert.Equal(1, folder.With(archive => archive.Statistics()).Mails);
        Assert.Equal(ArchiveSchema.Steps.Count, Number("PRAGMA user_version"));
        Assert.Equal(3, Number("SELECT count(*) FROM derived"));
    }

    [Fact]
    public void A_newer_file_is_left_alone()
    {
        folder.Ingest(folder.Write("a.mbox", Letter("1@x", "one", "First.\n")));
        Sql("PRAGMA user_version=99");
        Assert.Contains("newer patchscribe", Assert.Throws<InputException>(() => folder.Search("first")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("review")]
    [InlineData("discussion")]
    [InlineData("mail")]
    public void What_an_older_version_computed_is_made_anew(string kind)
    {
        Fill();
        var before = Contents();
        Sql("UPDATE discussion SET subject='stale', spoke='Tag'", "UPDATE review SET points=99", "UPDATE outline SET data=x'00' WHERE " + (kind == "mail" ? "1" : "0"), $"UPDATE derived SET version=0 WHERE name='{kind}'");
        if (kind == "review")
        {
            Assert.DoesNotContain(folder.With(archive => archive.Threads(null, Now, null, _ => { })), line => line.OpenPoints == 99);
            return;
        }

        folder.With(archive => archive.Threads(null, Now, null, _ => { }));
        Assert.Equal(before, Contents());
        Assert.Empty(folder.With(archive => archive.Check()));
    }

    [Fact]
    public void It_goes_on_where_it_was_interrupted_and_keeps_mails_whose_inbox_is_away()
    {
        using var inbox = new TemporaryRepository();
        inbox.Write("m", Letter("7@x", "seven", "Seventh.\n"));
        inbox.Commit("mail");
        folder.Ingest(inbox.Directory);
        Fill();
        var before = Contents();
        Sql("UPDATE derived SET version=0 WHERE name='mail'", "INSERT INTO derived VALUES('mail-reached', 0)", "DELETE FROM tie", "DELETE FROM merged", "DELETE FROM discussion", "DELETE FROM dirty");
        Directory.Move(inbox.Directory, inbox.Directory + ".away");
        Assert.Contains("is not there to be read again", Assert.Throws<InputException>(() => folder.Ingest(folder.PathOf("a.mbox"))).Message, StringComparison.Ordinal);
        Directory.Move(inbox.Directory + ".away", inbox.Directory);
        folder.Ingest(folder.PathOf("a.mbox"));
        Assert.Equal(before, Contents());
        Assert.Empty(folder.With(archive => archive.Check()));
    }

    private void Fill()
    {
        folder.Ingest(folder.Write("a.mbox", Letter("1@x", "[PATCH] one: Do it", "First.\n---\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-a\n+b\n"), Letter("2@x", "Re: [PATCH] one: Do it", "Please say why.\n", 2, answers: "1@x"), Letter("3@x", "three", "Third.\n", 3)));
        folder.Ingest(folder.Write("b.mbox", Letter("4@x", "[PATCH v2] one: Do it", "Fourth.\n---\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-a\n+b\n", 4)));
        folder.With(archive => archive.Threads(null, Now, null, _ => { }));
    }

    /// <summary>What is computed from mails, without the numbers of groups.</summary>
    private string Contents() => string.Join('\n',
        Text("SELECT group_concat(root || subject || messages || version || spoke, '; ') FROM (SELECT * FROM discussion ORDER BY root)"),
        Text("SELECT group_concat(mid || hex(data), '; ') FROM (SELECT mid, data FROM message JOIN outline ON outline.message = message.id ORDER BY mid)"),
        Text("SELECT group_concat(mid, ' ') FROM words JOIN message ON message.id = words.rowid WHERE words MATCH 'first OR fourth OR seventh'"),
        Text("SELECT count(*) FROM tie"));

    private void Sql(params string[] statements)
    {
        using var connection = Open();
        foreach (var sql in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private string Text(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString() ?? "";
    }

    private long Number(string sql) => long.Parse(Text(sql), System.Globalization.CultureInfo.InvariantCulture);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={folder.ArchivePath};Pooling=False");
        connection.Open();
        return connection;
    }
}
