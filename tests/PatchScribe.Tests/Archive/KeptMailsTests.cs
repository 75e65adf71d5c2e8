using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;
using PatchScribe.Archive.Storage;
using static PatchScribe.Tests.Archive.ArchiveFolder;

namespace PatchScribe.Tests.Archive;

/// <summary>Mails of a source that may change are kept in blocks, and come out as they went in.</summary>
public sealed class KeptMailsTests : IDisposable
{
    private readonly ArchiveFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Mails_of_many_blocks_come_out_as_they_went_in()
    {
        var mails = Enumerable.Range(1, 120).Select(i => Letter($"{i}@x", $"mail {i}", new string((char)('a' + (i % 26)), i % 7 == 0 ? 200_000 : 40 * i) + "\n")).ToList();
        folder.Ingest(folder.Write("a.mbox", [.. mails]));
        using var file = ArchiveFile.Open(folder.ArchivePath, create: false);
        var kept = new KeptMails(file);
        Assert.Equal(mails, Enumerable.Range(1, mails.Count).Select(id => Encoding.UTF8.GetString(kept.Read(id)!)));
        Assert.InRange(file.Statement("SELECT count(*) FROM block").Scalar() ?? 0, 10, mails.Count - 1);
        Assert.Null(kept.Read(mails.Count + 1));
    }

    [Fact]
    public void A_mail_kept_by_the_second_schema_is_still_there()
    {
        var mail = Encoding.UTF8.GetBytes(Letter("1@x", "old", "Kept alone.\n"));
        using var packed = new MemoryStream();
        using (var stream = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(mail);
        }

        Sql(ArchiveSchema.Steps[0] + ArchiveSchema.Steps[1] + $"""
            PRAGMA application_id={ArchiveSchema.ApplicationId}; PRAGMA user_version=2;
            INSERT INTO message(id, mid, name, email, subject, copy, grp, size) VALUES(7, '1@x', '', '', 'old', 1, 1, {mail.Length});
            INSERT INTO raw(message, data) VALUES(7, x'{Convert.ToHexString(packed.ToArray())}')
            """);
        using var file = ArchiveFile.Open(folder.ArchivePath, create: false);
        Assert.Equal(mail, new KeptMails(file).Read(7));
    }

    [Theory]
    [InlineData("UPDATE block SET data=x'FFFFFFFF'")]
    [InlineData("UPDATE block SET data=x'0300'")]
    [InlineData("UPDATE kept SET start=100000")]
    [InlineData("UPDATE kept SET start=-1")]
    [InlineData("DELETE FROM block")]
    public void A_damaged_block_is_a_mail_that_is_gone(string damage)
    {
        folder.Ingest(folder.Write("a.mbox", Letter("1@x", "one", "First.\n")));
        Sql(damage);
        using var file = ArchiveFile.Open(folder.ArchivePath, create: false);
        var loader = new MailLoader(file);
        Assert.Empty(loader.Load([1]));
        Assert.Equal("1@x", Assert.Single(loader.Diagnostics).Source);
    }

    [Fact]
    public void Check_says_that_a_block_is_missing()
    {
        folder.Ingest(folder.Write("a.mbox", Letter("1@x", "one", "First.\n")));
        Sql("DELETE FROM block");
        Assert.Contains(folder.With(archive => archive.Check()), diagnostic => diagnostic.Message == "1 kept mails have no bytes");
    }

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.ArchivePath, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
