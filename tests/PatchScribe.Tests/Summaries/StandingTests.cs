using PatchScribe.Summaries;
using PatchScribe.Tests.Threads;

namespace PatchScribe.Tests.Summaries;

public sealed class StandingTests
{
    private const string Tomas = "Tomas Berg <tomas@example.org>";
    private const string Ruth = "Ruth Okafor <ruth@example.org>";

    [Fact]
    public void Each_patch_of_the_newest_version_says_where_it_stands()
    {
        var one = Assert.Single(new Mailbox().Add("c", "[PATCH 0/6] x").Patch("p1", "[PATCH 1/6] a", "c").Patch("p2", "[PATCH 2/6] b", "c", log: $"Log.\n\nReviewed-by: {Ruth}\n").Patch("p3", "[PATCH 3/6] d", "c")
            .Patch("p4", "[PATCH 4/6] e", "c").Patch("p5", "[PATCH 5/6] f", "c")
            .Add("r1", "Re: [PATCH 1/6] a", "NAK.\n", "p1", Tomas).Add("r3", "Re: [PATCH 3/6] d", $"With that fixed:\nAcked-by: {Tomas}\n", "p3", Tomas).Add("r4", "Re: [PATCH 4/6] e", "Why is that so, and where?\n", "p4", Tomas).Build());
        var summary = new SummaryBuilder([], null).Build(one);
        Assert.Equal("nacked reviewed conditional discussed unanswered missing", string.Join(' ', summary.Standings.Select(standing => standing.State)));
        Assert.Equal(["r1", "r3", "r4"], one.Trailers.Select(tag => tag.GivenByMessageId).Append("r4"));
    }

    [Fact]
    public void Who_has_not_answered_whom()
    {
        var one = Assert.Single(new Mailbox().Patch("p", "[PATCH] a")
            .Add("r", "Re: [PATCH] a", "This drops the lock too early here.\n", "p", Tomas).Add("s", "Re: [PATCH] a", "Which one of the two do you mean?\n", "r")
            .Add("t", "Re: [PATCH] a", "Please say why this is needed at all.\n", "p", Ruth)
            .Add("u", "Re: [PATCH] a", "Reviewed-by: Ruth Okafor <ruth@example.org>\n", "p", Ruth).Build());
        Assert.Equal(
            ["Tomas Berg > Ines Marlow s", "Ines Marlow > Ruth Okafor t"],
            new SummaryBuilder([], null).Build(one).Unanswered.Select(wait => $"{wait.Who} > {wait.Whom} {wait.MessageId}"));
    }

    [Fact]
    public void A_newer_version_answers_what_came_before_it()
    {
        var one = Assert.Single(new Mailbox().Patch("p", "[PATCH] a").Add("r", "Re: [PATCH] a", "This drops the lock too early here.\n", "p", Tomas).Patch("q", "[PATCH v2] a", minute: 900).Build());
        Assert.Empty(new SummaryBuilder([], null).Build(one).Unanswered);
    }
}
