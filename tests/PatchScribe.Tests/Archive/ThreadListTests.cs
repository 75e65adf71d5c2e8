using PatchScribe.Archive.Discussions;
using PatchScribe.Mail;
using PatchScribe.Tests.Threads;
using PatchScribe.Threads;
using static PatchScribe.Tests.Archive.ArchiveFolder;

namespace PatchScribe.Tests.Archive;

public sealed class ThreadListTests : IDisposable
{
    private const string Ines = "Ines Marlow <ines@example.org>";
    private const string Tomas = "Tomas Brandt <tomas@example.net>";
    private static readonly DateTimeOffset Now = new(2026, 5, 20, 9, 0, 0, TimeSpan.Zero);
    private readonly ArchiveFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Versions_in_threads_of_their_own_are_one_discussion_from_any_of_its_mails()
    {
        folder.Ingest(folder.Write("one.mbox", Patch("v1@x", "[PATCH] vfio: Probe once", 1), Letter("r1@x", "Re: [PATCH] vfio: Probe once", "Please say why in the commit message.\n", 2, Tomas, "v1@x")));
        folder.Ingest(folder.Write("two.mbox", Patch("v2@x", "[PATCH v2] vfio: Probe once", 5), Letter("r2@x", "Re: [PATCH v2] vfio: Probe once", "Looks good.\n\nReviewed-by: Tomas Brandt <tomas@example.net>\n", 6, Tomas, "v2@x")));
        var line = Assert.Single(List());
        Assert.Equal(("v1@x", "2", 1, 4, 14), (line.RootMessageId, line.Version, line.Patches, line.Messages, line.DaysQuiet));
        Assert.Equal([new TagCount("Reviewed-by", 1, 1)], line.Trailers);
        foreach (var id in (string[])["v1@x", "r1@x", "v2@x", "r2@x"])
        {
            Assert.Equal(["v1@x", "r1@x", "v2@x", "r2@x"], folder.With(archive => archive.ReadDiscussion([id]))!.Messages.Select(mail => mail.MessageId));
        }
    }

    [Fact]
    public void Whose_turn_it_is()
    {
        folder.Ingest(folder.Write("list.mbox",
            Patch("a@x", "[PATCH] vfio: First of them all", 1),
            Letter("ar@x", "Re: [PATCH] vfio: First of them all", "> Log.\n\nPlease explain in the commit message why this is needed.\n", 2, Tomas, "a@x"),
            Patch("b@x", "[PATCH] iommu: Second thing of them", 3),
            Patch("c@x", "[PATCH] arm: Third with a tag", 4),
            Letter("cr@x", "Re: [PATCH] arm: Third with a tag", "Reviewed-by: Tomas Brandt <tomas@example.net>\n", 5, Tomas, "c@x"),
            Letter("d@x", "Meeting", "No patch here.\n", 6)));
        Assert.Equal([("d@x", null), ("c@x", null), ("b@x", "reviewer"), ("a@x", "author")], List().Select(line => (line.RootMessageId, line.Awaiting)));
        Assert.Equal(["a@x"], List(awaiting: "author").Select(line => line.RootMessageId));
        Assert.Equal(["d@x", "c@x"], List(since: new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.Zero)).Select(line => line.RootMessageId));
        Assert.True(List()[3].OpenPoints > 0);
    }

    [Fact]
    public void Parts_that_come_later_join_what_is_there_in_any_order()
    {
        var mails = new[] { Letter("1@x", "start", "One.\n"), Letter("2@x", "Re: start", "Two.\n", 2, Tomas, "1@x"), Letter("3@x", "Re: start", "Three.\n", 3, Ines, "2@x"), Letter("4@x", "Re: start", "Four.\n", 4, Tomas, "3@x") };
        foreach (var i in (int[])[3, 0, 2, 1])
        {
            folder.Ingest(folder.Write($"{i}.mbox", mails[i]));
        }

        Assert.Equal(4, Assert.Single(List()).Messages);
        Assert.Empty(folder.With(archive => archive.Check()));
    }

    [Fact]
    public void An_outline_tells_the_Threads_stage_all_that_the_mail_does()
    {
        var mails = MailReader.ReadAll(RepositoryRoot.PathOf("samples", "iommufd-property", "thread.mbox")).Messages;
        var outlines = mails.Select(mail => MailOutline.Read(mail.MessageId, mail.Subject, mail.Date, MailOutline.Write(mail, DiffPlace.PatchIdOf(mail)))).ToList();
        Assert.Equal(Mailbox.Show(DiscussionBuilder.Build(mails)), Mailbox.Show(DiscussionBuilder.Build(outlines)));
    }

    private static string Patch(string id, string subject, int day) => Letter(id, subject, "Log.\n\nSigned-off-by: " + Ines + "\n---\n x.c | 2 +-\n\n" + Mailbox.Diff, day);

    private IReadOnlyList<ThreadLine> List(DateTimeOffset? since = null, string? awaiting = null) => folder.With(archive => archive.Threads(since, Now, awaiting, _ => { }));
}
