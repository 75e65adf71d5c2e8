using PatchScribe.Threads;

namespace PatchScribe.Tests.Threads;

public sealed class TagRulesTests
{
    private const string Tag = "Reviewed-by: Tomas Berg <tomas@example.org>";
    private const string Tomas = "Tomas Berg <tomas@example.org>";

    [Theory]
    [InlineData("tESTed-bY: Tomas Berg <tomas+lists@example.org>\n", "Tested-by given")]
    [InlineData("Reviewed-by:\u00a0Tomas Berg <tomas@mail.example.org>\n", "Reviewed-by given")]
    [InlineData("Reviewed-by: Tomas Berg <tomas@example.org<mailto:tomas@example.org>>\n", "Reviewed-by given")]
    [InlineData("Reviewed-by: Berg Tomas <tb@example.net>\n", "Reviewed-by given")]
    [InlineData("Reviewed-and-tested-by: Tomas Berg <tomas@example.org>\n", "Reviewed-and-tested-by given")]
    [InlineData("Acked-by: Tomas Berg <tomas@example.org> # arm\n", "Acked-by given # arm")]
    [InlineData("Acked-by: Tomas Berg <tomas@example.org>\n[only the binding]\n", "Acked-by given [only the binding]")]
    [InlineData("        Reviewed-by: Tomas Berg <tomas@example.org>\n", "Reviewed-by given")]
    [InlineData("Suggested-by: Ruth Okafor <ruth@example.org>\n", "Suggested-by given")]
    [InlineData("Reported-by: Ruth Okafor <ruth@example.org>\n", "Reported-by given")]
    [InlineData("Co-developed-by: Ruth Okafor <ruth@example.org>\n", "Co-developed-by given")]
    [InlineData("Reported-and-tested-by: Tomas Berg <tomas@example.org>\n", "Reported-and-tested-by given")]
    [InlineData("Closes: https://example.org/bugs/1\n", "Closes given")]
    [InlineData("Buglink: https://example.org/bugs/1\n", "BugLink given")]
    [InlineData("Resolves: #12\n", "Resolves given")]
    [InlineData("Cc: stable@example.org # 5.10\n", "Cc given")]
    [InlineData("Message-ID: <a@example.org>\nReviewed-by: Tomas Berg <tomas@example.org>\n", "Message-ID given; Reviewed-by given")]
    [InlineData("Message-ID: <a@example.org>\n\nis where it began.\n", "")]
    [InlineData("Acked-by: Tomas Berg <TOMAS@EXAMPLE.ORG>\n", "Acked-by given")]
    [InlineData("Acked-by: Tomas <tomas@a.b.example.org>\n", "Acked-by mismatch")]
    [InlineData("Fixes: 0123456789ab (\"x: do it\")\n", "Fixes given")]
    [InlineData("Link: https://example.org/a\n", "Link given")]
    [InlineData("Fixes: the crash that I saw\n", "")]
    [InlineData(Tag + ", once the nit is fixed\n", "Reviewed-by conditional once the nit is fixed")]
    [InlineData(Tag + "\n\nprovided that it still builds.\n", "Reviewed-by conditional provided that it still builds.")]
    [InlineData("Once the comment is reworded, feel free to add\n\n" + Tag + "\n", "Reviewed-by conditional Once the comment is reworded, feel free to add")]
    [InlineData("After the requested changes:\n" + Tag + "\n", "Reviewed-by conditional After the requested changes:")]
    [InlineData("With that fixed:\n\n    " + Tag + "\n    Tested-by: Tomas Berg <tomas@example.org>\n", "Reviewed-by conditional With that fixed:; Tested-by conditional With that fixed:")]
    [InlineData("If you respin, please fix the typo.\n\n" + Tag + "\n", "Reviewed-by given")]
    [InlineData("If it helps:\n" + Tag + "\n", "Reviewed-by given")]
    [InlineData("Tested with two guests on the board:\nTested-by: Tomas Berg <tomas@example.org>\n", "Tested-by given")]
    [InlineData("Feel free to add my " + Tag + "\n", "Reviewed-by given")]
    [InlineData("I would give my " + Tag + " if it built.\n", "")]
    [InlineData("How about this log?\n\n```\nWhy.\n\n" + Tag + "\n```\n", "")]
    [InlineData("Something like this:\n\n-- >8 --\nWhy.\n\n" + Tag + "\n-- >8 --\n", "")]
    [InlineData("Like so:\n\nWhy.\n\nCc: Ruth Okafor <ruth@example.org>\nSigned-off-by: Ruth Okafor <ruth@example.org>\n---\n", "")]
    [InlineData("Fine.\n\nFrom: Ruth Okafor <ruth@example.org>\nSent: Monday\nTo: all\nSubject: a\n\n" + Tag + "\n", "")]
    [InlineData("Fine.\n\n---------- Forwarded message ---------\n" + Tag + "\n", "")]
    [InlineData("Fine.\n\n-----Original Message-----\n" + Tag + "\n", "")]
    [InlineData("| " + Tag + "\n", "")]
    [InlineData("MZ> " + Tag + "\n", "")]
    [InlineData("NAK. This breaks x.\n", "Nacked-by nack NAK. This breaks x.")]
    [InlineData("This is the point where I send a\nNACK for the transfer, as the bus says.\n", "")]
    [InlineData("NACK interrupts are masked here.\n", "")]
    public void Tags_of_one_reply(string body, string expected)
    {
        var one = Assert.Single(new Mailbox().Patch("p", "[PATCH] a").Add("r", "Re: [PATCH] a", body, "p", Tomas).Build());
        Assert.Equal(expected, string.Join("; ", one.Trailers.Select(tag => $"{tag.Token} {tag.State} {tag.Note}".Trim())));
    }

    [Theory]
    [InlineData("For patches 1 and 3:\n" + Tag + "\n", "c", "p1 p3")]
    [InlineData(Tag + " (for patches 2-3)\n", "c", "p2 p3")]
    [InlineData("For the whole series,\n" + Tag + "\n", "p1", "p1 p2 p3")]
    [InlineData("For patch 1:\n" + Tag + "\n\nFor patch 2:\nAcked-by: Tomas Berg <tomas@example.org>\n", "c", "p1 p2")]
    [InlineData(Tag + "\n", "p2", "p2")]
    public void Words_say_which_patches(string body, string answers, string expected)
    {
        var one = Assert.Single(Three().Add("r", "Re: [PATCH 0/3] x", body, answers, Tomas).Build());
        Assert.Equal(expected, string.Join(' ', one.Trailers.Select(tag => tag.PatchMessageId)));
    }

    [Fact]
    public void A_reply_to_a_reply_climbs_to_the_patch_and_its_own_replies_come_before_the_covers()
    {
        var one = Assert.Single(Three().Add("r", "Re: [PATCH 0/3] x", "Acked-by: Tomas Berg <tomas@example.org>\n", "c", Tomas)
            .Add("s", "Re: [PATCH 2/3] b", "Why?\n", "p2", Tomas).Add("t", "Re: [PATCH 2/3] b", "Because.\n", "s").Add("u", "Re: [PATCH 2/3] b", Tag + "\n", "t", Tomas).Build());
        Assert.Equal("p1 Acked-by, p2 Reviewed-by, p2 Acked-by, p3 Acked-by", string.Join(", ", one.Trailers.Select(tag => $"{tag.PatchMessageId} {tag.Token}")));
    }

    [Fact]
    public void A_tag_given_twice_counts_once_and_one_taken_back_on_one_patch_stays_on_the_others()
    {
        var one = Assert.Single(Three().Add("r", "Re: [PATCH 0/3] x", Tag + "\n" + Tag.ToUpperInvariant() + "\n", "c", Tomas)
            .Add("s", "Re: [PATCH 2/3] b", "On a second look, please drop my\nReviewed-by from this one.\n", "p2", Tomas, minute: 60).Build());
        Assert.Equal("p1 given, p2 retracted, p3 given", string.Join(", ", one.Trailers.Select(tag => $"{tag.PatchMessageId} {tag.State}")));
    }

    [Fact]
    public void A_tag_given_again_after_it_was_taken_back_is_given()
    {
        var one = Assert.Single(new Mailbox().Patch("p", "[PATCH] a").Add("r", "Re: [PATCH] a", Tag + "\n", "p", Tomas)
            .Add("s", "Re: [PATCH] a", "I withdraw my R-b, it fails.\n", "p", Tomas, minute: 60).Add("t", "Re: [PATCH] a", "No, my board was at fault.\n\n" + Tag + "\n", "s", Tomas, minute: 90).Build());
        Assert.Equal("retracted r, given t", string.Join(", ", one.Trailers.Select(tag => $"{tag.State} {tag.GivenByMessageId}")));
    }

    [Fact]
    public void A_robot_gives_no_review_but_reports()
    {
        var one = Assert.Single(new Mailbox().Patch("p", "[PATCH] a").Add("r", "Re: [PATCH] a",
            "If you fix it, kindly add this tag:\n\nReported-by: test robot <robot@example.org>\nReviewed-by: test robot <robot@example.org>\n", "p", "kernel test robot <robot@example.org>").Build());
        Assert.Equal("Reported-by conditional", string.Join(", ", one.Trailers.Select(tag => $"{tag.Token} {tag.State}")));
        Assert.Equal("test-report", Assert.Single(one.Notices).Kind);
    }

    [Fact]
    public void Tags_go_to_the_next_version_only_with_an_unchanged_patch()
    {
        var one = Assert.Single(new Mailbox().Add("c", "[PATCH 0/3] x").Patch("p1", "[PATCH 1/3] a", "c", diff: Mailbox.Change(1)).Patch("p2", "[PATCH 2/3] b", "c", diff: Mailbox.Change(2)).Patch("p3", "[PATCH 3/3] d", "c", diff: Mailbox.Change(3))
            .Add("r", "Re: [PATCH 0/3] x", Tag + "\n", "c", Tomas)
            .Add("d", "[PATCH v2 0/3] x", minute: 900).Patch("q1", "[PATCH v2 1/3] a", "d", minute: 901, diff: Mailbox.Change(1)).Patch("q2", "[PATCH v2 2/3] b", "d", minute: 902, diff: Mailbox.Change(9))
            .Patch("q3", "[PATCH v2 3/3] d", "d", log: "Log.\n\n" + Tag + "\n", minute: 903, diff: Mailbox.Change(8)).Build());
        Assert.Equal(
            ["q1 given carried from v1: the patch is unchanged", "q2 dropped the patch changed since v1"],
            one.Trailers.Where(tag => tag.PatchMessageId[0] == 'q').Select(tag => $"{tag.PatchMessageId} {tag.State} {tag.Note}"));
    }

    [Fact]
    public void A_tag_under_a_condition_waits_for_the_author_even_when_the_patch_is_unchanged()
    {
        var one = Assert.Single(new Mailbox().Patch("p", "[PATCH] a").Add("r", "Re: [PATCH] a", "With the log fixed:\n" + Tag + "\n", "p", Tomas).Patch("q", "[PATCH v2] a", minute: 900).Build());
        Assert.Equal(["p conditional", "q dropped"], one.Trailers.Select(tag => $"{tag.PatchMessageId} {tag.State}"));
        Assert.Equal("given to v1 under a condition: With the log fixed:", one.Trailers[1].Note);
    }

    [Fact]
    public void A_tag_with_and_without_a_name_is_one_tag()
    {
        var one = Assert.Single(new Mailbox().Patch("p", "[PATCH] a").Add("r", "Re: [PATCH] a", "Tested-by: tomas@example.org\n", "p", Tomas).Add("s", "Re: [PATCH] a", "Tested-by: Tomas Berg <tomas@example.org>\n", "p", Tomas).Build());
        Assert.Equal("Tested-by: Tomas Berg <tomas@example.org>", string.Join("; ", one.Trailers.Select(tag => $"{tag.Token}: {tag.Value}")));
    }

    [Fact]
    public void A_link_to_the_same_mail_counts_once()
    {
        var one = Assert.Single(new Mailbox().Patch("p", "[PATCH] a")
            .Add("r", "Re: [PATCH] a", "Link: https://lists.example.org/r/1@example.org\nLink: https://archive.example.org/all/1@example.org/\nLink: https://lists.example.org/r/2@example.org\n", "p", Tomas).Build());
        Assert.Equal(["https://lists.example.org/r/1@example.org", "https://lists.example.org/r/2@example.org"], one.Trailers.Select(tag => tag.Value));
    }

    [Theory]
    [InlineData("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nUmV2aWV3ZWQtYnk6IFRvbWFzIEJlcmcgPHRvbWFzQGV4YW1wbGUub3JnPgo=\n")]
    [InlineData("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nReviewed-by:=20Tomas Berg <tomas=\n@example.org>\n")]
    [InlineData("Content-Type: multipart/signed; boundary=b; micalg=pgp-sha256\n\n--b\nContent-Type: text/plain\n\nReviewed-by: Tomas Berg <tomas@example.org>\n--b\nContent-Type: application/pgp-signature\n\nAcked-by: Tomas Berg <tomas@example.org>\n--b--\n")]
    public void Tags_in_encoded_and_signed_mail(string content)
    {
        var reply = PatchScribe.Tests.Mail.Mails.One("From: Tomas Berg <tomas@example.org>\nSubject: Re: [PATCH] a\nMessage-ID: <r@example.org>\nIn-Reply-To: <p>\n" + content);
        var one = Assert.Single(DiscussionBuilder.Build([.. new Mailbox().Patch("p", "[PATCH] a").Messages, reply]));
        Assert.Equal("Reviewed-by given", string.Join(", ", one.Trailers.Select(tag => $"{tag.Token} {tag.State}")));
    }

    private static Mailbox Three() =>
        new Mailbox().Add("c", "[PATCH 0/3] x").Patch("p1", "[PATCH 1/3] a", "c").Patch("p2", "[PATCH 2/3] b", "c").Patch("p3", "[PATCH 3/3] d", "c");
}
