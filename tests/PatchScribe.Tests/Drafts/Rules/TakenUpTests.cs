using PatchScribe.Drafts;
using PatchScribe.Drafts.LogText;
using PatchScribe.Review;
using static PatchScribe.Tests.Drafts.DraftCase;

namespace PatchScribe.Tests.Drafts.Rules;

/// <summary>What an author's words do to a text that somebody else proposed.</summary>
public sealed class TakenUpTests
{
    private const string First = "The timer has two clocks. The slow one runs\nin every state of the machine.";
    private const string Second = "In some firmware the fast clock is stopped early,\nso the kernel must not count on it.";

    private static TextProposal Proposed(string status = "agreed", bool hedged = true) => Proposal(First + "\n\n" + Second, status, byAuthor: false, hedged, mail: 1);

    [Fact]
    public void Piecewise_an_own_paragraph_under_a_piece_that_it_resembles_replaces_it_and_silence_keeps_the_rest()
    {
        var draft = new DraftCase
        {
            Proposals = [Proposed()],
            Remarks =
            [
                Remark("I'll use ^^ as is.", "The timer has two clocks."),
                Remark("In some firmware the fast clock is off from the start, the kernel does not touch it.", Second, line: 9),
            ],
        }.Build();
        Assert.Equal(
            "The timer has two clocks. The slow one runs\nin every state of the machine.\n\nIn some firmware the fast clock is off from the start, the kernel does\nnot touch it.",
            draft.Body);
        Assert.Contains(draft.Paragraphs[2].Evidence, evidence => evidence is { MessageId: "2@example.org", Line: 9 });
    }

    [Fact]
    public void Piecewise_part_of_a_paragraph_is_replaced_where_it_stands()
    {
        var draft = new DraftCase
        {
            Proposals = [Proposed()],
            Remarks = [Remark("The slow one runs only when the machine is awake.", "The slow one runs\nin every state of the machine.")],
        }.Build();
        Assert.StartsWith("The timer has two clocks. The slow one runs only when the machine is\nawake.\n\nIn some", draft.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Thanks, I will send the next version on Monday with these words in it.")]
    [InlineData("Ok.")]
    public void Piecewise_other_words_under_a_piece_replace_nothing(string words)
    {
        Assert.Equal(First + "\n\n" + Second, new DraftCase { Proposals = [Proposed()], Remarks = [Remark(words, Second)] }.Build().Body);
    }

    [Theory]
    [InlineData("Thanks! Will do the modifications according to your comments in next version.", true)]
    [InlineData("I'll apply all of your suggestions.", true)]
    [InlineData("Thanks for looking at it.", false)]
    public void Subject_one_promise_for_everything_takes_a_proposed_subject_up(string answer, bool taken)
    {
        var draft = new DraftCase
        {
            Proposals = [Proposal("hw/x: set it before use", "proposed", byAuthor: false, hedged: true, mail: 1, kind: "subject")],
            Remarks = [Remark(answer)],
        }.Build();
        Assert.Equal(taken ? "hw/x: set it before use" : "hw/x: do it", draft.Subject);
    }

    [Fact]
    public void Retained_a_sentence_that_the_author_promised_to_correct_stays_in_front_of_a_proposal_that_does_not_say_it()
    {
        var draft = new DraftCase
        {
            Log = "Presence is known at run time through /dev/clocks, no check is needed at build time. It is simpler.",
            Corrections = [new FactCorrection("Tomas Berg", "/dev/clocks", "/dev/clock", "log", Quote("The node is \"/dev/clock\".", 1))],
            Remarks = [Remark("Oops, I'll fix the name.", "The node is \"/dev/clock\".", mail: 2)],
            Proposals = [Proposal("The filter on the symbol goes away.\n\nProperties are declared statically.")],
        }.Build();
        Assert.Equal(
            "Presence is known at run time through /dev/clock, no check is needed at\nbuild time.\n\nThe filter on the symbol goes away.\n\nProperties are declared statically.",
            draft.Body);
    }

    [Fact]
    public void Retained_nothing_stays_when_nobody_promised_it_or_the_proposal_says_it()
    {
        var correction = new FactCorrection("Tomas Berg", "/dev/clocks", "/dev/clock", "log", Quote("The node is \"/dev/clock\".", 1));
        var proposal = Proposal("The filter on the symbol goes away.\n\nProperties are declared statically.");
        var log = "Presence is known through /dev/clocks.";
        Assert.Equal(proposal.Text, new DraftCase { Log = log, Corrections = [correction], Proposals = [proposal] }.Build().Body);
        var said = Proposal("Presence is known through the node.\n\nMore.");
        Assert.Equal(said.Text, new DraftCase { Log = log, Corrections = [correction], Proposals = [said], Remarks = [Remark("I'll fix it", correction.Quote.Quote)] }.Build().Body);
    }

    [Theory]
    [InlineData(false, "proposed", true)]
    [InlineData(true, "proposed", false)]
    [InlineData(true, "agreed", true)]
    [InlineData(false, "rejected", false)]
    public void Sentence_a_proposed_one_replaces_the_quoted_one_that_it_resembles(bool hedged, string status, bool taken)
    {
        const string old = "The queue is flushed before the device stops.";
        const string proposed = "The queue is flushed only when the device stops for good.";
        var proposal = Proposal(proposed, status, byAuthor: false, hedged, mail: 1, kind: "sentence") with { Target = new ReviewPlace("log", null, null, old) };
        var draft = new DraftCase { Log = old + " Then it waits.", Proposals = [proposal] }.Build();
        Assert.Equal((taken ? proposed : old) + " Then it waits.", draft.Body.Replace('\n', ' '));
    }

    [Fact]
    public void Withdrawn_patches_have_no_draft()
    {
        Assert.True(AuthorWords.WithdrawsPatch("You are right. I will remove this patch in next version."));
        Assert.False(AuthorWords.WithdrawsPatch("I will remove this patch hunk."));
        Assert.False(AuthorWords.WithdrawsPatch("I will remove this check."));
    }

    [Theory]
    [InlineData("Fixes: abcdef123456 (\"x\")", 0)]
    [InlineData("Reviewed-by: A <a@example.org>", 1)]
    [InlineData("Suggested-by: A <a@example.org>", 0)]
    public void Trailers_what_is_mended_comes_first_and_the_senders_own_stays_last(string trailer, int place)
    {
        LogTrailer[] present = [new("Cc: B <b@example.org>", []), new("Signed-off-by: C <c@example.org>", [])];
        Assert.Equal(place, TrailerOrder.PlaceOf(trailer, present));
    }

    [Theory]
    [InlineData("The work is postponed to meet its dedline.", "typo: deadline", "The work is postponed to meet its deadline.")]
    [InlineData("One can maniplate it.", "manipulate?", "One can manipulate it.")]
    [InlineData("Make the adjustemnt now.", "s/adjustemnt/adjustment", "Make the adjustment now.")]
    [InlineData("Made for the deadline.", "typo: headline", "Made for the headline.")]
    [InlineData("The log stays.", "older?", "The log stays.")]
    public void Typo_the_word_that_is_spelt_nearly_so_is_put_right(string log, string remark, string expected)
    {
        Assert.Equal(expected, new DraftCase { Log = log, Points = [Point(remark, under: log)] }.Build().Body.Split("\n\n[?")[0]);
    }

    [Fact]
    public void Base_an_explanation_that_nobody_calls_a_log_is_none()
    {
        const string text = "The page is mapped at stage one with any address\nthat the host likes.\n\nThen the guest maps it at stage two.";
        var proposal = Proposal(text, "proposed", byAuthor: false, mail: 1) with { Quote = new MailQuote(Id(1), text, 9, 12) };
        string Body(string lead) => new DraftCase { Proposals = [proposal], Remarks = [Remark(lead, mail: 1, byAuthor: false, line: 7)] }.Build().Body;
        Assert.Equal("The log.", Body("That is how it works:"));
        Assert.Equal(text, Body("Maybe the commit text should say:"));
    }

    [Theory]
    [InlineData("of", "if", "One of two.\nSay of it works.", "Say of it works.", "One of two. Say if it works.")]
    [InlineData("CONFIG_A", "CONFIG_B", "CONFIG_A is one.\nCONFIG_A goes.", "CONFIG_A goes.", "CONFIG_B is one. CONFIG_B goes.")]
    public void Substitute_an_ordinary_word_is_replaced_in_the_quoted_line_alone_and_a_name_everywhere(string wrong, string right, string log, string under, string expected)
    {
        var words = $"s/{wrong}/{right}/";
        var draft = new DraftCase
        {
            Log = log,
            Corrections = [new FactCorrection("Tomas Berg", wrong, right, "log", Quote(words, 1))],
            Remarks = [Remark(words, under, mail: 1, byAuthor: false, place: "log")],
        }.Build();
        Assert.Equal(expected, draft.Body.Replace('\n', ' '));
    }
}
