using PatchScribe.Archive;
using PatchScribe.Diagnostics;
using PatchScribe.Tests.Git;
using static PatchScribe.Tests.Archive.ArchiveFolder;

namespace PatchScribe.Tests.Archive;

public sealed class IngestTests : IDisposable
{
    private readonly ArchiveFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_same_mailbox_twice_is_one()
    {
        var path = folder.Write("a.mbox", Letter("1@x", "one", "First.\n"), Letter("2@x", "two", "Second.\n", 2));
        Assert.Equal((2, 2), Counts(folder.Ingest(path)));
        Assert.Equal((0, 0), Counts(folder.Ingest(path)));
        Assert.Equal(2, folder.With(archive => archive.Statistics()).Mails);
    }

    [Fact]
    public void A_mailbox_that_grew_is_read_from_where_it_ended()
    {
        var path = folder.Write("a.mbox", Letter("1@x", "one", "First.\n"));
        folder.Ingest(path);
        folder.Write("a.mbox", Letter("2@x", "two", "Second.\n", 2));
        Assert.Equal((1, 1), Counts(folder.Ingest(path)));
        Assert.Equal("2@x 1@x", folder.Search("first OR second"));
    }

    [Fact]
    public void A_mailbox_whose_beginning_changed_is_read_anew_and_nothing_doubles()
    {
        var path = folder.Write("a.mbox", Letter("1@x", "one", "First.\n"), Letter("2@x", "two", "Second.\n", 2));
        folder.Ingest(path);
        File.Delete(path);
        folder.Write("a.mbox", Letter("2@x", "two", "Second.\n", 2), Letter("3@x", "three", "Third.\n", 3));
        Assert.Equal((2, 1), Counts(folder.Ingest(path)));
        Assert.Equal(3, folder.With(archive => archive.Statistics()).Mails);
    }

    [Fact]
    public void A_copy_over_another_list_is_the_same_mail_and_another_mail_of_one_id_is_kept()
    {
        folder.Ingest(folder.Write("a.mbox", Letter("1@x", "one", "First.\n")));
        var copies = folder.Ingest(folder.Write("b.mbox", Letter("1@x", "[list] one", "First.\n-- \nlist footer\n"), Letter("1@x", "other", "Another.\n", 7)));
        Assert.Equal((2, 1, 1), (copies.Read, copies.Added, copies.Copies));
        Assert.Equal("1@x#repeat1 1@x", folder.Search("first OR another"));
    }

    [Fact]
    public void A_Maildir_is_read_once_whatever_its_flags_become()
    {
        foreach (var part in (string[])["cur", "new", "tmp"])
        {
            Directory.CreateDirectory(folder.PathOf("Maildir/" + part));
        }

        File.WriteAllText(folder.PathOf("Maildir/new/100.a.host"), Letter("1@x", "one", "First.\n"));
        Assert.Equal((1, 1), Counts(folder.Ingest(folder.PathOf("Maildir"))));
        File.Move(folder.PathOf("Maildir/new/100.a.host"), folder.PathOf("Maildir/cur/100.a.host:2,S"));
        File.WriteAllText(folder.PathOf("Maildir/new/101.b.host"), Letter("2@x", "two", "Second.\n", 2));
        Assert.Equal((1, 1), Counts(folder.Ingest(folder.PathOf("Maildir"))));
        Assert.Equal("First.\n", folder.With(archive => archive.ReadDiscussion(["1@x"]))!.Messages[0].Body);
    }

    [Fact]
    public void A_public_inbox_is_followed_with_its_deletions_and_its_mails_stay_where_they_are()
    {
        using var inbox = new TemporaryRepository();
        Add(inbox, "m", Letter("1@x", "one", "First unusual.\n"));
        Add(inbox, "m", Letter("2@x", "two", "Second.\n", 2));
        Assert.Equal((2, 2), Counts(folder.Ingest(inbox.Directory)));
        Assert.Equal((0, 0), Counts(folder.Ingest(inbox.Directory)));
        Add(inbox, "m", Letter("3@x", "three", "Third.\n", 3));
        inbox.Git("rm", "-q", "m");
        Add(inbox, "d", Letter("1@x", "one", "First unusual.\n"));
        var counts = folder.Ingest(inbox.Directory);
        Assert.Equal((1, 1, 1), (counts.Read, counts.Added, counts.Removed));
        Assert.Equal("", folder.Search("unusual"));
        Assert.Equal("3@x 2@x", folder.Search("second OR third"));
        Assert.Equal("Second.\n", folder.With(archive => archive.ReadDiscussion(["2@x"]))!.Messages[0].Body);
        Assert.Empty(folder.With(archive => archive.Check()));
    }

    [Fact]
    public void A_history_that_was_written_anew_is_followed()
    {
        using var inbox = new TemporaryRepository();
        Add(inbox, "m", Letter("1@x", "one", "First.\n"));
        Add(inbox, "m", Letter("2@x", "two", "Second.\n", 2));
        folder.Ingest(inbox.Directory);
        inbox.Git("update-ref", "-d", "HEAD");
        Add(inbox, "m", Letter("2@x", "two", "Second.\n", 2));
        folder.Ingest(inbox.Directory);
        Assert.Equal("2@x", folder.Search("first OR second"));
        Assert.Empty(folder.With(archive => archive.Check()));
    }

    [Fact]
    public void Check_says_what_a_source_lost_and_has_more()
    {
        using var inbox = new TemporaryRepository();
        Add(inbox, "m", Letter("1@x", "one", "First.\n"));
        folder.Ingest(inbox.Directory);
        Add(inbox, "m", Letter("2@x", "two", "Second.\n", 2));
        var found = Assert.Single(folder.With(archive => archive.Check()));
        Assert.Contains("1 of its mails are not in the archive", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_archive_is_left_alone()
    {
        File.WriteAllText(folder.ArchivePath, "no database at all, but longer than a header of SQLite would have to be to be taken for one; and more of it.");
        Assert.Contains("no archive", Assert.Throws<InputException>(() => folder.Search("x")).Message, StringComparison.Ordinal);
        Assert.StartsWith("no database", File.ReadAllText(folder.ArchivePath), StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_that_is_not_there_is_not_made_by_a_search() =>
        Assert.Contains("there is no archive", Assert.Throws<InputException>(() => folder.Search("x")).Message, StringComparison.Ordinal);

    private static (int Read, int Added) Counts(IngestCounts counts) => (counts.Read, counts.Added);

    private static void Add(TemporaryRepository inbox, string file, string mail)
    {
        inbox.Write(file, mail);
        inbox.Commit("mail");
    }
}
