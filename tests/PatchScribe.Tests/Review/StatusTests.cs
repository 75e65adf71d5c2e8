namespace PatchScribe.Tests.Review;

public sealed class StatusTests
{
    private const string Signed = "\nSigned-off-by: Ines Marlow <ines@example.org>\n";

    [Theory]
    [InlineData("> The pump starts at once.\n\ns/once/dawn/\n", "The pump starts at dawn.\n" + Signed, "addressed")]
    [InlineData("> Older boards have no pump, so nothing is done there.\n\nEvery board has a pump.\n", "The pump starts at once.\n" + Signed, "addressed")]
    [InlineData("> Older boards have no pump, so nothing is done there.\n\nNot relevant for the log.\n", "The pump starts at once.\n" + Signed, "addressed")]
    [InlineData("> The pump starts at once.\n\nA Fixes tag would be great.\n", "The pump starts at once.\n\nFixes: 123456789abc (\"pump: add\")" + Signed, "addressed")]
    [InlineData("> The pump starts at once.\n\nPlease add \"the fan stays off\" to the log.\n", "The pump starts at once, and the fan stays off.\n" + Signed, "addressed")]
    [InlineData("> The pump starts at once.\n\nPlease explain why.\n", "The pump starts at once, for speed.\n" + Signed, "touched")]
    [InlineData("> The pump starts at once.\n\nThis is confusing.\n", "The pump starts at once, for speed.\n" + Signed, "touched")]
    [InlineData("> The pump starts at once.\n\nPlease explain why.\n", Talk.Log, "unchanged")]
    [InlineData("> The pump starts at once.\n\nDid you test it?\n", Talk.Log, "unanswered")]
    public void Addressed_is_said_only_where_the_next_version_proves_it(string remark, string nextLog, string status)
    {
        var review = new Talk().Reply(remark, id: "q").Patch("p2", "[PATCH v2] pump: start at once", nextLog).Read();

        var point = Assert.Single(review.Points);
        Assert.Equal(status, point.Status);
        Assert.All(point.Evidence, evidence => Assert.Equal("p2", evidence.MessageId));
    }

    [Fact]
    public void Touched_shows_the_words_that_changed()
    {
        var review = new Talk().Reply("> The pump starts at once.\n\nPlease explain why.\n").Patch("p2", "[PATCH v2] pump: start at once", "The pump starts at once, for speed.\n" + Signed).Read();

        Assert.Equal("The pump starts at [-once.-]{+once, for speed.+}", Assert.Single(review.Points).WordDiff);
    }

    [Theory]
    [InlineData("> Please explain why.\n\nSure, will do.\n", Talk.Author, "agreed")]
    [InlineData("> Please explain why.\n\nNo, the reader knows.\n", Talk.Author, "disputed")]
    [InlineData("> Please explain why.\n\nIt saves a second.\n", Talk.Author, "answered")]
    [InlineData("> Please explain why.\n\nNever mind, I see it now.\n", Talk.Reviewer, "withdrawn")]
    [InlineData("Thanks! Will change all of this in v2.\n\n> Please explain why.\n", Talk.Author, "agreed")]
    [InlineData("> The pump starts at once.\n\nThe valve is new.\n", Talk.Author, "unchanged")]
    public void Without_a_next_version_the_answers_decide(string answer, string from, string status) =>
        Assert.Equal(status, new Talk().Reply("> The pump starts at once.\n\nPlease explain why.\n", id: "q").Reply(answer, from, "q").Read().Points[0].Status);

    [Fact]
    public void A_patch_that_was_only_sent_once_more_is_no_next_version_and_hides_none()
    {
        var talk = new Talk().Reply("> The pump starts at once.\n\nPlease explain why.\n").Patch("p1", "[PATCH] pump: start at once", Talk.Log);
        Assert.Equal("unchanged", Assert.Single(talk.Read().Points).Status);
        Assert.Empty(Assert.Single(talk.Read().Points).Evidence);

        var review = talk.Patch("p2", "[PATCH v2] pump: start at once", "The pump starts at once, for speed.\n" + Signed).Read();
        Assert.Equal("touched", Assert.Single(review.Points).Status);
    }

    [Fact]
    public void A_patch_is_gone_only_where_no_new_one_can_be_it()
    {
        PatchScribe.Review.ReviewPoint Of(string diff) => Assert.Single(new Talk().Reply("> The pump starts at once.\n\nPlease explain why.\n").Patch("v2a", "[PATCH v2 1/2] fan: stop", "Other words.\n", "p", diff).Patch("v2b", "[PATCH v2 2/2] fan: slow", "More of them.\n", "v2a", diff).Read().Points);
        var lines = string.Concat(Enumerable.Range(0, 9).Select(i => $"+\tfan_stops({i});\n"));
        var changed = $"diff --git a/pump.c b/pump.c\nindex 1111111..2222222 100644\n--- a/pump.c\n+++ b/pump.c\n@@ -90 +90,10 @@ static int fan(void)\n \tfan_runs();\n{lines}-- \n2.40\n";

        Assert.Equal("unchanged", Of(changed).Status);
        Assert.Equal("addressed", Of(changed.Replace("pump.c", "fan.c", StringComparison.Ordinal)).Status);
    }

    [Fact]
    public void A_version_sent_before_the_remark_proves_nothing()
    {
        var review = new Talk().Patch("p2", "[PATCH v2] pump: start at once", "The pump starts soon.\n" + Signed)
            .Reply("> The pump starts at once.\n\nPlease explain why.\n").Read();

        Assert.Equal("unchanged", Assert.Single(review.Points).Status);
    }
}
