namespace PatchScribe.Tests.Review;

public sealed class StatementTests
{
    [Theory]
    [InlineData("> The pump starts at once.\n\ns/once/dawn/g\n", "once", "dawn", "log")]
    [InlineData("> The pump starts at once.\n\nnit: s/pump/pumps\n", "pump", "pumps", "log")]
    [InlineData("> +\t\tdev_err(p->dev, \"pump is to hot\\n\");\n\npump should be spelled Pump here.\n", "pump", "Pump", "message")]
    [InlineData("> Older boards have no pump, so nothing is done there.\n\nNote that the device name is \"boards/\".\n", "boards", "boards/", "log")]
    public void Corrections_are_pairs(string body, string wrong, string right, string where)
    {
        if (right == "boards/")
        {
            Assert.Empty(new Talk().Reply(body).Read().Corrections);
            return;
        }

        var correction = Assert.Single(new Talk().Reply(body).Read().Corrections);
        Assert.Equal((wrong, right, where), (correction.Wrong, correction.Right, correction.AppliesTo));
    }

    [Fact]
    public void Promises_decisions_and_rejected_ways_are_kept_in_the_speakers_words()
    {
        var decisions = new Talk().Reply("> The pump starts at once.\n\nI'll fix the name. A valve would be an alternative that we don't want to\nexplore. Let's go with the pump.\n").Read().Decisions;

        Assert.Equal([("promise", "I'll fix the name."), ("rejected-alternative", "A valve would be an alternative that we don't want to explore."), ("decision", "Let's go with the pump.")],
            decisions.Select(one => (one.Kind, one.Quote.Quote)));
    }

    [Theory]
    [InlineData("The fix is only applied to old pumps.")]
    [InlineData("This patch is not applied for now.")]
    [InlineData("I have pushed updates to my branch.")]
    [InlineData("If there is a valve, we will try to open it.")]
    public void What_code_does_is_no_decision_and_no_promise(string words) => Assert.Empty(new Talk().Reply($"> The pump starts at once.\n\n{words}\n").Read().Decisions);

    [Theory]
    [InlineData("Applied to next, thanks!")]
    [InlineData("Thanks, I squashed it and queued it for the next release.")]
    [InlineData("OK, I've applied this set.")]
    [InlineData("Rebased, and queued with the fix of Tomas.")]
    public void Taking_a_patch_is_a_decision(string words) => Assert.Equal("decision", Assert.Single(new Talk().Reply($"> The pump starts at once.\n\n{words}\n").Read().Decisions).Kind);

    [Theory]
    [InlineData("No need to be sorry.", 0)]
    [InlineData("I'm not sure yet.", 0)]
    [InlineData("No, it is what the manual says.", 1)]
    public void Doubt_and_courtesy_are_no_disagreement(string answer, int count) =>
        Assert.Equal(count, new Talk().Reply("> The pump starts at once.\n\nThis is wrong.\n", id: "q").Reply($"> This is wrong.\n\n{answer}\n", Talk.Author, "q").Read().Disagreements.Count);

    [Fact]
    public void A_question_knows_who_answered_it()
    {
        var review = new Talk().Reply("> The pump starts at once.\n\nDoes the fan stay off? And is it loud?\n\n> Older boards have no pump, so nothing is done there.\n\nWhich boards?\n", id: "q")
            .Reply("> Does the fan stay off? And is it loud?\n\nIt does, and it is.\n", Talk.Author, "q", "a").Read();

        Assert.Equal([("Does the fan stay off?", "a"), ("And is it loud?", "a"), ("Which boards?", null)], review.Questions.Select(one => (one.Quote.Quote, one.AnsweredBy)));
    }

    [Fact]
    public void A_no_is_a_disagreement_with_the_one_above()
    {
        var review = new Talk().Reply("> The pump starts at once.\n\nThis is wrong.\n", id: "q").Reply("> This is wrong.\n\nNo, it is what the manual says.\n", Talk.Author, "q").Read();

        Assert.Equal(("Ines Marlow", "Tomas Berg", "q"), (review.Disagreements[0].Author, review.Disagreements[0].With, review.Disagreements[0].WithMessageId));
    }

    [Fact]
    public void Output_that_a_mailer_broke_is_joined()
    {
        var message = Assert.Single(new Talk().Reply("> The pump starts at once.\n\nToday it prints:\n\n    pump-ctl: -device pump,id=0000:01:00.0,valve=valve0: pump \n0000:01:00.0: /sys/bus/pumps/0000:01:00.0/pump-dev: failed to open \n\"/dev/pump/0000:01:00.0\"\n\nThat is all.\n").Read().ErrorMessages);

        Assert.Equal(("before", "pump-ctl: -device pump,id=0000:01:00.0,valve=valve0: pump 0000:01:00.0: /sys/bus/pumps/0000:01:00.0/pump-dev: failed to open \"/dev/pump/0000:01:00.0\""), (message.Role, message.Text));
    }

    [Theory]
    [InlineData("gradually\n", "graually", "gradually")]
    [InlineData("nit: enabled\n", "eanbled", "enabled")]
    [InlineData("^ Typo: enabled?\n", "eanbled", "enabled")]
    [InlineData("faster\n", null, null)]
    [InlineData("carburettor\n", null, null)]
    [InlineData("nit: it?\n", "is", "it")]
    [InlineData("it?\n", null, null)]
    [InlineData("Typo: \"is gradually enabled\"\n", "is graually eanbled", "is gradually enabled")]
    [InlineData("\"gradually being enabled\"\n", null, null)]
    [InlineData("Nit: \"is then graually eanbled\"\n", "is graually eanbled", "is then graually eanbled")]
    [InlineData("nit: not faster\n", null, null)]
    public void A_word_or_phrase_alone_under_a_line_that_has_it_misspelt_is_a_correction(string words, string? wrong, string? right)
    {
        var corrections = new Talk("The pump is graually eanbled faster.\n\nSigned-off-by: Ines Marlow <ines@example.org>\n").Reply($"> The pump is graually eanbled faster.\n\n{words}").Read().Corrections;

        Assert.Equal((wrong, right), (corrections.SingleOrDefault()?.Wrong, corrections.SingleOrDefault()?.Right));
    }

    [Fact]
    public void Output_under_a_command_that_tells_of_no_failure_is_no_error() =>
        Assert.Equal(["pump: valve is missing"], new Talk().Reply("> The pump starts at once.\n\n$ pump-ctl list\npump_start:100:10\nvalve_open:50\n\n$ pump-ctl start\npump: valve is missing\n").Read().ErrorMessages.Select(one => one.Text));

    [Theory]
    [InlineData("As in 123456789abc \"pump: add it\".", "123456789abc", "pump: add it")]
    [InlineData("See commit 123456789abc (\"pump: add\nit\").", "123456789abc", "pump: add it")]
    [InlineData("Fixes: 1234567 (\"pump: add it\")", "1234567", "pump: add it")]
    [InlineData("https://example.org/linux.git/commit/?id=123456789abc", "123456789abc", null)]
    public void Commits_are_named_in_the_usual_ways(string words, string hash, string? title)
    {
        var reference = Assert.Single(new Talk().Reply($"> The pump starts at once.\n\n{words}\n").Read().CommitReferences);

        Assert.Equal((hash, title), (reference.Hash, reference.Subject));
    }

    [Fact]
    public void A_page_without_marks_is_read_without_authors()
    {
        var review = Talk.ReadPage("On 5/1/26, Ines Marlow wrote:\nAs pointed in 1234567 \"pump: add it\", the pump is found at run time\n(through /dev/pumpd)\n\nNote that the device name is \"/dev/pump/\".\n\n\nOops, I'll fix the name.\n\nCould you please rephrase the commit log with this?\n\nSure, how about:\n\n{{{\npump: find it\n\nThe pump is found.\n}}}\n\nAnything to add?\n");

        Assert.All(review.Points, point => Assert.Equal("unknown", point.Author));
        Assert.Equal(["Note that the device name is \"/dev/pump/\".", "Could you please rephrase the commit log with this?"], review.Points.Select(point => point.Quote.Quote));
        Assert.Equal("pump: find it\n\nThe pump is found.", Assert.Single(review.Proposals).Text);
        Assert.Equal(("/dev/pumpd", "/dev/pump/"), (Assert.Single(review.Corrections).Wrong, review.Corrections[0].Right));
    }
}
