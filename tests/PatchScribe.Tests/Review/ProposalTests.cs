namespace PatchScribe.Tests.Review;

public sealed class ProposalTests
{
    [Theory]
    [InlineData("How about this description:\n\n{{{\nThe pump runs.\n\nIt is quick.\n}}}\n\nAnything else?\n", "The pump runs.\n\nIt is quick.")]
    [InlineData("Maybe the commit message should say:\n\n```\nThe pump runs.\nIt is quick.\n```\n", "The pump runs.\nIt is quick.")]
    [InlineData("I would write the log as:\n\n-- >8 --\nThe pump runs.\nIt is quick.\n-- >8 --\nThanks\n", "The pump runs.\nIt is quick.")]
    [InlineData("Please reword the commit log, something like:\n\n    The pump runs.\n\n    It is quick.\n\nThat is all I have.\n", "The pump runs.\n\nIt is quick.")]
    [InlineData("How about this description:\n\n| The pump runs at once.\n| It is quick.\n", "The pump runs at once.\nIt is quick.")]
    [InlineData("Maybe the commit text should say:\n\nThe pump runs at once.\n\nIt is quick in all cases.\n\nDo you agree?\n", "The pump runs at once.\n\nIt is quick in all cases.")]
    [InlineData("The log should look like this:\nThe pump runs at once.\nIt is quick.\n\nSigned-off-by: Ines Marlow <ines@example.org>\n---\n\nChanges:\n- none\n", "The pump runs at once.\nIt is quick.\n\nSigned-off-by: Ines Marlow <ines@example.org>\n---\n\nChanges:\n- none")]
    [InlineData("This description is confusing, please reword it, something like...\n\n\"The pump runs at once. It is\nquick.\"\n\nIn any case, it is late.\n", "The pump runs at once. It is\nquick.")]
    [InlineData("I think the commit message needs more. As follows:\n\n\u00a0   \u00a0The pump runs at once,\nwhich is quick.\n\nFixes: 123456789abc (\"pump: add it\")\n\n\nI'm waiting for your reply.\n", "The pump runs at once,\nwhich is quick.\n\nFixes: 123456789abc (\"pump: add it\")")]
    public void A_whole_log_is_taken_with_its_exact_borders(string words, string text)
    {
        var proposal = Assert.Single(new Talk().Reply($"> The pump starts at once.\n\n{words}").Read().Proposals);

        Assert.Equal(("commit-message", text), (proposal.Kind, proposal.Text));
    }

    [Theory]
    [InlineData("> The pump starts at once.\n\nHow about a better title, something like:\n\npump: do not wait for the fan\n", "subject", "pump: do not wait for the fan")]
    [InlineData("> The pump starts at once.\n\n\"starts without delay\".\n", "sentence", "starts without delay")]
    [InlineData("> The pump starts at once.\n\nI would have liked to see \"start early\" and \"stop late\" in this changelog.\n", "sentence", "start early")]
    [InlineData("> Fixes: 1234567 (\"pump: add\")\n\nPlease make the fixes line:\n\n\tFixes: 123456789abc (\"pump: add\")\n", "sentence", "Fixes: 123456789abc (\"pump: add\")")]
    [InlineData("> +\t\tdev_err(p->dev, \"pump is to hot\\n\");\n\nUsers see this, so maybe more information there:\n\n  dev_err(p->dev, \"Pump %d is too hot\\n\", p->id);\n", "error-message", "dev_err(p->dev, \"Pump %d is too hot\\n\", p->id);")]
    [InlineData("> +\t\tdev_err(p->dev, \"pump is to hot\\n\");\n\nMaybe call it \"temperature too high\" rather than this.\n", "error-message", "temperature too high")]
    public void Smaller_texts_know_their_kind(string body, string kind, string text)
    {
        var proposals = new Talk().Reply(body).Read().Proposals;

        Assert.Equal((kind, text), (proposals[0].Kind, proposals[0].Text));
    }

    [Theory]
    [InlineData("> +\tif (ret)\n\nHow about:\n\n\tif (ret < 0)\n\t\treturn ret;\n")]
    [InlineData("> The pump starts at once.\n\nMy setup is as follows:\n\n<pump>\n <size>3</size>\n</pump>\n")]
    [InlineData("> The pump starts at once.\n\nI ran this:\n\n$ pump --start\nstarted\n")]
    [InlineData("> The pump starts at once.\n\nThe word \"pump\" is fine.\n")]
    [InlineData("-- 8< --\nThe pump did not start here.\nIt was cold.\n\nOn Friday, 1 May 2026, Ines Marlow wrote:\n> The pump starts at once.\n")]
    [InlineData("> The pump starts at once.\n\nIt works as follows:\n\n  pump_start() {->...\n  --> Look at the valve, and since it is closed wait for it\n")]
    public void Code_and_output_are_no_proposals(string body) => Assert.Empty(new Talk().Reply(body).Read().Proposals);

    [Fact]
    public void A_doubted_text_is_marked_and_the_authors_pieces_replace_its_pieces()
    {
        var review = new Talk().Reply("> The pump starts at once.\n\nThis is probably wrong, but maybe the commit text should say:\n\nThe pump starts when the valve opens. It is\nquick and quiet in every case.\n", id: "q")
            .Reply("> The pump starts when the valve opens. It is\n> quick and quiet in every case.\n\nThe pump starts when the valve has opened. It is quick in\nmost cases.\n", Talk.Author, "q").Read();

        Assert.Equal([("commit-message", true), ("sentence", false)], review.Proposals.Select(one => (one.Kind, one.Hedged)));
        Assert.Equal("The pump starts when the valve has opened. It is quick in\nmost cases.", review.Proposals[1].Text);
    }

    [Theory]
    [InlineData("Sounds good, will use this.", "agreed")]
    [InlineData("No, that is not what happens.", "rejected")]
    [InlineData("The valve is new.", "proposed")]
    public void An_answer_under_the_text_decides(string answer, string status)
    {
        var review = new Talk().Reply("> The pump starts at once.\n\nHow about this description:\n\nThe pump runs at once.\nIt is quick.\n", id: "q")
            .Reply($"> The pump runs at once.\n> It is quick.\n\n{answer}\n", Talk.Author, "q").Read();

        Assert.Equal(status, review.Proposals[0].Status);
    }

    [Fact]
    public void A_later_text_supersedes()
    {
        var review = new Talk().Reply("> The pump starts at once.\n\nHow about this description:\n\nThe pump runs at once.\nIt is quick.\n", id: "q")
            .Reply("> It is quick.\n\nUpdated version of the log:\n\nThe pump runs at once and is quick.\nNobody waits.\n", Talk.Author, "q").Read();

        Assert.Equal(["superseded", "proposed"], review.Proposals.Select(one => one.Status));
    }
}
