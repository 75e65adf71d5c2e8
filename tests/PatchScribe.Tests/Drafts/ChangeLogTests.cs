using System.Text;
using PatchScribe.Drafts;
using PatchScribe.Drafts.Delivery;
using PatchScribe.Drafts.LogText;
using PatchScribe.Mail;
using PatchScribe.Review;
using PatchScribe.Templating;
using PatchScribe.Threads;

namespace PatchScribe.Tests.Drafts;

/// <summary>The changelog from version to version: what was asked, by whom, and is proved to be done or done by the draft.</summary>
public sealed class ChangeLogTests
{
    /// <summary>The mails in order of their dates, two letters each.</summary>
    private const string Minutes = "c1p1q1r1c2p2q2r2p3";

    private static readonly TemplateSet Templates = TemplateSet.Load([RepositoryRoot.PathOf("templates")]);

    [Fact]
    public void Each_version_names_what_it_did_that_was_asked_about_the_one_before()
    {
        var sections = Sections(notes: "");
        Assert.Equal(["Changes in v3:", "Changes in v2:"], sections.Select(section => section.Text.Split('\n')[0]));
        Assert.Contains("s/quickly/at once/", sections[0].Text, StringComparison.Ordinal);
        Assert.Contains("s/SSMU/SMMU/", sections[1].Text, StringComparison.Ordinal);
        Assert.All(sections, section => Assert.Contains("(asked by Tomas Berg)", section.Text, StringComparison.Ordinal));
        Assert.Equal(["r2@example.org", "r1@example.org"], sections.SelectMany(section => section.Evidence).Select(one => one.MessageId));
    }

    [Theory]
    [InlineData("v2: mended the name", 1)]
    [InlineData("Changes since v1:\n- mended the name", 1)]
    [InlineData("Changes since v2:\n- mended the name", 2)]
    [InlineData("v1 -> v2:\n- mended the name", 1)]
    [InlineData("Changes in V2:\n- mended the name", 1)]
    [InlineData("This needs v2 of the other series.", 2)]
    public void A_version_that_the_author_told_of_is_not_told_again(string notes, int expected)
    {
        Assert.Equal(expected, Sections(notes).Count);
    }

    [Fact]
    public void What_stands_below_the_version_that_the_author_told_of_is_left_to_him()
    {
        var third = Mail("p3@example.org", "Ines Marlow", "[PATCH v3] bridge: open it", "p2@example.org", "The SMMU is opened at once.\n\nSigned-off-by: Ines Marlow <ines@example.org>\n---\n");
        Assert.Equal(["Changes in v3:", "Changes in v2:"], Told("").Select(section => section.Text.Split('\n')[0]));
        Assert.Empty(Told("v3: another word\n\n"));

        IReadOnlyList<ChangeLogSection> Told(string notes)
        {
            var (discussion, review, patch) = Read(Mailbox("", cover: false) + third + notes + Diff("a"));
            return new ChangeLogWriter(Templates).All(discussion.Series[^1], [], discussion, review, patch.Notes);
        }
    }

    [Fact]
    public void A_cover_letter_keeps_the_author_s_words_and_gains_the_changelog_of_every_version()
    {
        var (discussion, review, _) = Read(Mailbox(notes: "", cover: true));
        var series = discussion.Series[^1];
        var cover = new CoverDraftBuilder(new ChangeLogWriter(Templates)).Build(series, Drafts(discussion, review, series), discussion, review)!;
        Assert.Contains("Two patches for the bridge.\n\nChanges in v3:\n- 1/2 log: ", cover.Body, StringComparison.Ordinal);
        Assert.Contains("\n\nChanges in v2:\n- 1/2 log: ", cover.Body, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ChangeLogSection> Sections(string notes)
    {
        var (discussion, review, patch) = Read(Mailbox(notes, cover: false));
        return new ChangeLogWriter(Templates).All(discussion.Series[^1], Drafts(discussion, review, discussion.Series[^1]), discussion, review, patch.Notes);
    }

    private static List<CommitLogDraft> Drafts(Discussion discussion, DiscussionReview review, PatchSeries series) =>
        [.. series.Patches.Select(patch => new DraftBuilder(Templates).Build(new DraftRequest { Patch = patch, Discussion = discussion, Review = review, Profile = LogProfile.Named("linux") }))];

    private static (Discussion Discussion, DiscussionReview Review, MailedPatch Patch) Read(string mailbox)
    {
        var discussion = Assert.Single(DiscussionBuilder.Build(MailReader.ReadAll(new MemoryStream(Encoding.UTF8.GetBytes(mailbox)), "test").Messages));
        return (discussion, ReviewReader.Read(discussion), discussion.Series[^1].Patches[0]);
    }

    private static string Mailbox(string notes, bool cover)
    {
        var of = cover ? " 1/2" : "";
        return (cover ? Mail("c1@example.org", "Ines Marlow", "[PATCH 0/2] bridge", null, "Two patches for the bridge.\n") : "")
            + Mail("p1@example.org", "Ines Marlow", $"[PATCH{of}] bridge: open it", cover ? "c1@example.org" : null, "The SSMU is opened quickly.\n\nSigned-off-by: Ines Marlow <ines@example.org>\n---\n" + Diff("a"))
            + (cover ? Mail("q1@example.org", "Ines Marlow", "[PATCH 2/2] bridge: close it", "c1@example.org", "It is closed.\n\nSigned-off-by: Ines Marlow <ines@example.org>\n---\n" + Diff("b")) : "")
            + Mail("r1@example.org", "Tomas Berg", $"Re: [PATCH{of}] bridge: open it", "p1@example.org", "> The SSMU is opened quickly.\n\ns/SSMU/SMMU/\n")
            + (cover ? Mail("c2@example.org", "Ines Marlow", "[PATCH v2 0/2] bridge", "c1@example.org", "Two patches for the bridge.\n") : "")
            + Mail("p2@example.org", "Ines Marlow", $"[PATCH v2{of}] bridge: open it", cover ? "c2@example.org" : "p1@example.org", $"The SMMU is opened quickly.\n\nSigned-off-by: Ines Marlow <ines@example.org>\n---\n{notes}\n\n" + Diff("a"))
            + (cover ? Mail("q2@example.org", "Ines Marlow", "[PATCH v2 2/2] bridge: close it", "c2@example.org", "It is closed.\n\nSigned-off-by: Ines Marlow <ines@example.org>\n---\n" + Diff("b")) : "")
            + Mail("r2@example.org", "Tomas Berg", $"Re: [PATCH v2{of}] bridge: open it", "p2@example.org", "> The SMMU is opened quickly.\n\ns/quickly/at once/\n");
    }

    private static string Mail(string id, string from, string subject, string? parent, string body) =>
        $"From x@example.org Mon May 11 09:00:00 2026\nFrom: {from} <{from.Split(' ')[0].ToLowerInvariant()}@example.org>\nSubject: {subject}\nMessage-ID: <{id}>\nDate: Mon, 11 May 2026 09:{Minutes.IndexOf(id[..2], StringComparison.Ordinal):00}:00 +0000\n"
        + (parent is null ? "" : $"In-Reply-To: <{parent}>\nReferences: <{parent}>\n") + $"\n{body}\n";

    private static string Diff(string file) => $" {file}.c | 2 +-\n\ndiff --git a/{file}.c b/{file}.c\n--- a/{file}.c\n+++ b/{file}.c\n@@ -1 +1 @@\n-a\n+b\n-- \n2.39.0\n";
}
