namespace PatchScribe.Tests.Review;

/// <summary>format=flowed (RFC 3676) as the review reads it.</summary>
public sealed class FlowedTextTests
{
    [Fact]
    public void A_quoted_line_that_flowed_is_found_whole_and_keeps_its_own_line_numbers()
    {
        var remark = Assert.Single(new Talk().Flowed("> Older \n> boards have no pump, so nothing is done \n> there.\n\nEvery board \nhas one.\n").Read().Remarks);

        Assert.Equal(("log", "Every board has one.", 5, 6), (remark.Place.Kind, remark.Quote.Quote, remark.Quote.FirstLine, remark.Quote.LastLine));
    }

    [Fact]
    public void DelSp_takes_the_blank_of_a_soft_break()
    {
        var remark = Assert.Single(new Talk().Flowed("> The pump starts at once.\n\nPlease say why this is nec \nessary  \nat all.\n", delSp: true).Read().Remarks);

        Assert.Equal("Please say why this is necessary at all.", remark.Quote.Quote);
        Assert.Equal((3, 5), (remark.Quote.FirstLine, remark.Quote.LastLine));
    }

    [Fact]
    public void A_sentence_after_a_soft_break_knows_its_line() =>
        Assert.Equal([("Does the fan stay off?", 3, 4), ("Is it loud?", 4, 4)], new Talk().Flowed("> The pump starts at once.\n\nDoes the fan stay o \nff? Is it loud?\n", delSp: true).Read().Questions
            .Select(one => (one.Quote.Quote, one.Quote.FirstLine, one.Quote.LastLine)));

    [Theory]
    [InlineData(" > is no mark here.\n", "> is no mark here.")]
    [InlineData(" From the manual: it is so.\n", "From the manual: it is so.")]
    public void A_stuffed_line_is_own_and_loses_its_blank(string stuffed, string text) =>
        Assert.Equal(text, Assert.Single(new Talk().Flowed("> The pump starts at once.\n\n" + stuffed).Read().Remarks).Quote.Quote);

    [Theory]
    [InlineData("> > The pump starts at \n> > once.\n> \n> Please say why.\n\nIt saves a second.\n")]
    [InlineData(">> The pump starts at \n>> once.\n>\n> Please say \n> why.\n\nIt saves a second.\n")]
    public void Depths_do_not_flow_into_each_other(string body)
    {
        var review = new Talk().Reply("> The pump starts at once.\n\nPlease say why.\n", id: "q").Flowed(body, Talk.Author, "q").Read();

        Assert.Equal(("remark", "q"), (review.Remarks[1].Place.Kind, Assert.Single(review.Points).Quote.MessageId));
        Assert.Equal("answered", review.Points[0].Status);
    }

    [Fact]
    public void Diffs_and_code_stay_as_they_are()
    {
        var review = new Talk().Flowed("> @@ -10,3 +10,5 @@ static int pump_start(struct pump *p) \n>  \tint ret = pump_check(p); \n> +\tif (ret) \n> +\t\tdev_err(p->dev, \"pump is to hot\\n\"); \n\nHow about:\n\n   if (ret < 0) \n     return ret; \n\nThis is what \nI mean.\n").Read();

        Assert.Equal(["message"], review.Remarks.Select(remark => remark.Place.Kind).Distinct(StringComparer.Ordinal));
        Assert.Equal(12, review.Remarks[0].Place.Line);
        Assert.Equal("This is what I mean.", review.Remarks[^1].Quote.Quote);
    }

    [Fact]
    public void A_proposed_text_loses_its_stuffing_and_keeps_its_line_breaks()
    {
        var proposal = Assert.Single(new Talk().Flowed("> The pump starts at once.\n\nPlease reword the commit log, something like:\n\n     The pump runs at once.\n\n     It is quick.\n\nThat is all I have.\n").Read().Proposals);

        Assert.Equal(("The pump runs at once.\n\nIt is quick.", 5, 7), (proposal.Text, proposal.Quote.FirstLine, proposal.Quote.LastLine));
    }

    [Fact]
    public void A_signature_is_no_soft_break() =>
        Assert.Equal(["Words."], new Talk().Flowed("> The pump starts at once.\n\nWords.\n-- \nTomas Berg\n").Read().Remarks.Select(remark => remark.Quote.Quote));
}
