namespace PatchScribe.Tests.Review;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("> The pump starts at once.\n", "log", null)]
    [InlineData("> > The pump starts\n> at once.\n", "log", null)]
    [InlineData(">   The pump   starts at once.\n", "log", null)]
    [InlineData("> Signed-off-by: Ines Marlow <ines@example.org>\n", "trailer", null)]
    [InlineData("> Subject: [PATCH] pump: start at once\n", "subject", null)]
    [InlineData("> +\tif (ret)\n", "diff", 11)]
    [InlineData("> +\t\tdev_err(p->dev, \"pump is to hot\\n\");\n", "message", 12)]
    [InlineData("> Something nobody wrote before.\n", "remark", null)]
    [InlineData("", "unknown", null)]
    public void A_remark_stands_under_the_line_that_it_quotes_last(string quoted, string kind, int? line)
    {
        var remark = Assert.Single(new Talk().Reply($"On Friday, Ines Marlow wrote:\n{quoted}\nThis is what I say.\n").Read().Remarks);

        Assert.Equal((kind, line), (remark.Place.Kind, remark.Place.Line));
        Assert.Equal("This is what I say.", remark.Quote.Quote);
    }

    [Fact]
    public void An_answer_stands_under_the_remark_and_not_under_the_patch()
    {
        var review = new Talk().Reply(Talk.Quoted(Talk.Log) + "\nPlease say why.\n", id: "q")
            .Reply("> > The pump starts at once.\n> \n> Please say why.\n\nIt saves a second.\n", Talk.Author, "q").Read();

        Assert.Equal(["trailer", "remark"], review.Remarks.Select(remark => remark.Place.Kind));
        Assert.True(review.Remarks[1].ByPatchAuthor);
    }

    [Theory]
    [InlineData("On Fri, May 1, 2026 at 10:00 AM Ines Marlow\n<ines@example.org> wrote:\n> The pump starts at once.\n\nWords.\n")]
    [InlineData("Am 01.05.26 um 10:00 schrieb Ines Marlow:\n> The pump starts at once.\n\nWords.\n")]
    [InlineData("Le 01/05/2026 à 10:00, Ines Marlow a écrit :\n> The pump starts at once.\n\nWords.\n")]
    [InlineData("Quoting Ines Marlow (2026-05-01 10:00:00)\n> The pump starts at once.\n\nWords.\n")]
    [InlineData("Hi Ines,\n\n> The pump starts at once.\n\nWords.\n\nRegards,\nTomas\n")]
    [InlineData("> The pump starts at once.\n\nWords.\n-- \nTomas Berg\nExample Works\n")]
    [InlineData("> The pump starts at once.\n\nWords.\n\n-- Tom\n\n> Older boards have no pump, so nothing is done there.\n")]
    [InlineData("> The pump starts at once.\n[...]\n\nWords.\n\nTomas\n_______________________________________________\npumps mailing list\n")]
    [InlineData("Words.\n\nFrom: Ines Marlow\nSent: Friday, May 1, 2026\nTo: pumps\nSubject: pump: start at once\n\nThe pump starts at once.\n")]
    [InlineData("Words.\n\n-----Original Message-----\nThe pump starts at once.\n")]
    [InlineData("Words.\n\ndiff --git a/x.c b/x.c\n--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@\n-a\n+b\n")]
    [InlineData("| The pump starts at once.\n\nWords.\n")]
    public void Only_the_writers_own_words_are_remarks(string body) =>
        Assert.Equal(["Words."], new Talk().Reply(body).Read().Remarks.Select(remark => remark.Quote.Quote));

    [Fact]
    public void Without_the_patch_in_the_source_the_form_of_the_quotation_tells()
    {
        var box = new Threads.Mailbox().Add("r", "Re: [PATCH] pump: start at once", "> The pump starts.\n\nWhy?\n\n> Fixes: 123456789abc (\"pump: add\")\n\nWrong commit.\n\n> ---\n> diff --git a/x.c b/x.c\n> @@ -1 +1 @@\n> +b\n\nNo.\n", "gone", Talk.Reviewer);
        var review = PatchScribe.Review.ReviewReader.Read(box.Build()[0]);

        Assert.Equal(["log", "trailer", "diff"], review.Remarks.Select(remark => remark.Place.Kind));
    }
}
