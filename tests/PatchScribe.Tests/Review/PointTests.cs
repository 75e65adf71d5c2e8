namespace PatchScribe.Tests.Review;

public sealed class PointTests
{
    [Theory]
    [InlineData("Please explain why one second matters.", "commit-message")]
    [InlineData("Every board has a pump.", "commit-message")]
    [InlineData("I have no clue what that means.", "commit-message")]
    [InlineData("s/pump/pumps/", "commit-message")]
    [InlineData("It's worth mentioning that the fan stays off.", "commit-message")]
    [InlineData("Not really relevant here.", "commit-message")]
    [InlineData("This does not match the code.", "commit-message")]
    [InlineData("Could you reword the subject to be a bit more useful?", "subject")]
    [InlineData("A Fixes tag would be great.", "fixes-tag")]
    [InlineData("Should this be Cc: stable?", "fixes-tag")]
    [InlineData("Did you test this with two pumps?", "question")]
    [InlineData("That changes the existing behaviour for old boards, please keep it.", "behaviour")]
    [InlineData("Looks good to me, thanks.", null)]
    [InlineData("Applied to next, thanks!", null)]
    [InlineData("Nice.", null)]
    [InlineData("Two comments below.", null)]
    [InlineData("One minor suggestion below, but either way it works.", null)]
    [InlineData("Overall, this looks pretty good, and I only have a few nits.", null)]
    [InlineData("Please let me know if this works for you.", null)]
    [InlineData("Please shout if you disagree.", null)]
    [InlineData("Resending this, because the first one went to the list only.", null)]
    [InlineData("I'll fix up the typo when applying.", null)]
    [InlineData("https://example.org/pumps (not there yet, but should be)", null)]
    [InlineData("It's fine as it is, no need to change it.", null)]
    [InlineData("Side question: is there a pump that never stops?", "question")]
    [InlineData("^^ ?", null)]
    [InlineData("\"starts without delay\".", "commit-message")]
    [InlineData("If you want me to merge this on a branch, let me know.", null)]
    [InlineData("Please state what the patch does.", "commit-message")]
    [InlineData("Nit: no statement of what the patch does.", "commit-message")]
    public void Under_the_log_the_place_decides_unless_the_words_say_otherwise(string words, string? kind) =>
        Assert.Equal(kind, new Talk().Reply($"> The pump starts at once.\n\n{words}\n").Read().Points.SingleOrDefault()?.Kind);

    [Theory]
    [InlineData("> +\t\tdev_err(p->dev, \"pump is to hot\\n\");\n", "Typo, and a user does not know which pump is meant.", "error-message")]
    [InlineData("> +\t\tdev_err(p->dev, \"pump is to hot\\n\");\n", "This leaks the clock.", "code")]
    [InlineData("> +\tif (ret)\n", "Please use braces here.", "code")]
    [InlineData("> +\tif (ret)\n", "Why are you doing this? Please explain it in the commit message.", "commit-message")]
    [InlineData("> +\tif (ret)\n", "Please call this ready, according to the commit message.", "code")]
    [InlineData("> +\tif (ret)\n", "The contiguous hint does not work here, please drop it.", "code")]
    [InlineData("> Signed-off-by: Ines Marlow <ines@example.org>\n", "Please rebase this on the pumps tree.", "process")]
    [InlineData("", "The description needs the reason for this.", "commit-message")]
    [InlineData("", "Please resend with the cover letter.", "process")]
    public void Elsewhere_the_words_name_the_text_or_it_is_about_the_code(string quoted, string words, string kind) =>
        Assert.Equal(kind, Assert.Single(new Talk().Reply($"{quoted}\n{words}\n").Read().Points).Kind);

    [Fact]
    public void A_request_about_another_text_begins_a_point_of_its_own()
    {
        var points = new Talk().Reply("> The pump starts at once.\n\nCan you please add some description here? How far should this be\nbackported? A Fixes tag?\n").Read().Points;

        Assert.Equal([("commit-message", "Can you please add some description here?"), ("fixes-tag", "How far should this be backported? A Fixes tag?")], points.Select(point => (point.Kind, point.Quote.Quote)));
        Assert.Equal([(3, 3), (3, 4)], points.Select(point => (point.Quote.FirstLine, point.Quote.LastLine)));
    }

    [Theory]
    [InlineData("> The pump starts at once.\n\nHow about:\n\n+ valve = (pump < 3) ?\n+ open + 100 :\n+ closed;\n")]
    [InlineData("> The pump starts at once.\n\nIt does:\n\n[    0.000000] pump: does the fan run?\n")]
    [InlineData("[This is an automated email]\n\nHow should we proceed with this patch?\n")]
    public void Code_and_scripts_ask_nothing(string body) => Assert.DoesNotContain(new Talk().Reply(body).Read().Points, point => point.Kind == "question");

    [Fact]
    public void Talk_under_a_cover_letter_that_asks_nothing_is_no_point()
    {
        var box = new Threads.Mailbox().Add("c", "[PATCH 0/1] pump: start", "Old pumps go away.\n").Patch("p", "[PATCH 1/1] pump: start at once", "c")
            .Add("r", "Re: [PATCH 0/1] pump: start", "> Old pumps go away.\n\nI have two of them and I cannot replace them.\n\nWhy do they go?\n", "c", Talk.Reviewer);

        Assert.Equal(["question"], PatchScribe.Review.ReviewReader.Read(box.Build()[0]).Points.Select(point => point.Kind));
    }

    [Fact]
    public void Reasons_belong_to_the_request_beside_them()
    {
        var point = Assert.Single(new Talk().Reply("> The pump starts at once.\n\nPlease reword this.\n\nThe reader knows no pump.\n\nReviewed-by: Tomas Berg <tomas@example.org>\n").Read().Points);

        Assert.Equal("Please reword this. The reader knows no pump.", point.Quote.Quote);
    }

    [Fact]
    public void A_long_argument_under_the_log_is_no_point_about_the_log()
    {
        var words = string.Join(' ', Enumerable.Repeat("The second valve opens when the first one has closed, and it must never do so while the fan turns.", 4));

        Assert.DoesNotContain(new Talk().Reply($"> The pump starts at once.\n\n{words}\n").Read().Points, point => point.Kind == "commit-message");
        Assert.DoesNotContain(new Talk().Reply($"> The pump starts at once.\n\nIt is not clear what the state of the second valve is when the first one has closed. {words}\n").Read().Points, point => point.Kind == "commit-message");
    }

    [Fact]
    public void The_author_and_robots_ask_for_nothing()
    {
        var review = new Talk().Reply("> The pump starts at once.\n\nPlease say if this should be longer.\n", Talk.Author)
            .Reply("> The pump starts at once.\n\nPlease fix the warnings below.\n", "kernel test robot <lkp@example.org>")
            .Reply("> The pump starts at once.\n\nPlease say why this is needed.\n", "tip-bot2 for Ines Marlow <tip-bot2@example.org>").Read();

        Assert.Empty(review.Points);
    }

    [Fact]
    public void An_id_stays_when_later_mails_arrive()
    {
        var talk = new Talk().Reply("> The pump starts at once.\n\nPlease explain why.\n", id: "q");
        var before = Assert.Single(talk.Read().Points).Id;

        Assert.Equal(before, Assert.Single(talk.Reply("> Please explain why.\n\nWill do.\n", Talk.Author, "q").Read().Points).Id);
    }

    [Fact]
    public void Hostile_mail_is_read_in_time_and_whole()
    {
        var lines = string.Concat(Enumerable.Range(0, 4000).Select(i => $"    example {i}:\n\n```{i % 9}\n\nhow about:\n"));
        var deep = string.Concat(Enumerable.Range(1, 600).Select(i => new string('>', i) + " s/a/b/ why?\n\nx:\n"));

        Assert.NotEmpty(new Talk().Reply(lines).Reply(deep).Reply(string.Concat(Enumerable.Repeat("a: ", 100_000))).Read().Remarks);
    }
}
