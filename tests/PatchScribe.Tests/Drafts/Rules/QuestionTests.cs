using PatchScribe.Behaviour.Runs;
using PatchScribe.Drafts;
using static PatchScribe.Tests.Drafts.DraftCase;

namespace PatchScribe.Tests.Drafts.Rules;

public sealed class QuestionTests
{
    private static readonly KnownCommit Origin = new("0123456789abcdef0123456789abcdef01234567", "hw/x: bring it in");

    [Fact]
    public void A_fixes_tag_that_was_asked_for_in_the_same_breath_is_a_question_of_its_own_with_a_candidate()
    {
        var point = Point("Can you please add some description here? How far should this be backported? A Fixes tag?", kind: "fixes-tag");
        var draft = new DraftCase { Points = [point], FindOrigins = () => [Origin] }.Build();
        Assert.Equal(["Can you please add some description here?", "How far should this be backported? A Fixes tag?"], draft.OpenPoints.Select(open => open.Quote));
        Assert.Contains("candidate: Fixes: 0123456789ab (\"hw/x: bring it in\")", draft.Body.Replace('\n', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Trailers, trailer => trailer.StartsWith("Fixes:", StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_that_is_a_trailer_goes_among_the_trailers()
    {
        var point = Point("Please add a Fixes tag.", kind: "fixes-tag");
        var draft = new DraftCase { Points = [point], Answers = [new DraftAnswer(point.Id, "Fixes: 0123456789ab (\"hw/x: bring it in\")", Dismissed: false)] }.Build();
        Assert.Equal("Fixes: 0123456789ab (\"hw/x: bring it in\")", draft.Trailers[0]);
        Assert.False(draft.Unsettled);
    }

    [Theory]
    [InlineData("Looks fine, but we should clean up the other caller afterwards.")]
    [InlineData("As well, we could report \"is it missing?\" on the error that the commit message has.")]
    public void An_idea_for_later_is_no_question(string words)
    {
        Assert.Empty(new DraftCase { Points = [Point(words, under: "The log.")] }.Build().OpenPoints);
    }

    [Fact]
    public void Paragraphs_of_one_remark_are_one_question_in_its_most_telling_words()
    {
        var first = Point("An enum is not checked by the compiler here, is it?", under: "The log.") with { Id = "a" };
        var second = Point("I do not mind this for the way in which it documents itself to a reader, but please clarify what you mean by checked?", under: "The log.") with { Id = "b" };
        var apart = second with { Quote = second.Quote with { FirstLine = first.Quote.LastLine + 2, LastLine = first.Quote.LastLine + 2 } };
        var open = Assert.Single(new DraftCase { Points = [first, apart] }.Build().OpenPoints);
        Assert.Equal("please clarify what you mean by checked?", open.Quote);
        Assert.Equal("b", open.Id);
    }

    [Fact]
    public void A_subject_that_nobody_took_up_stands_in_the_question()
    {
        var draft = new DraftCase
        {
            Points = [Point("How about a more accurate title, something like:", kind: "subject")],
            Proposals = [Proposal("hw/x: set it before use", "proposed", byAuthor: false, hedged: true, mail: 1, kind: "subject")],
        }.Build();
        Assert.Equal("hw/x: do it", draft.Subject);
        Assert.Contains("proposed: \"hw/x: set it before use\"", draft.Body.Replace('\n', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_are_numbered_as_they_stand_in_the_text()
    {
        var late = Point("Please describe the second part.", under: "Second part.") with { Id = "late" };
        var early = Point("Please describe the first part!", under: "First part.") with { Id = "early", Quote = Quote("Please describe the first part!", 2) };
        var draft = new DraftCase { Log = "First part.\n\nSecond part.", Points = [late, early] }.Build();
        Assert.Equal(["early", "late"], draft.OpenPoints.Select(open => open.Id));
        Assert.True(draft.Body.IndexOf("[?1", StringComparison.Ordinal) < draft.Body.IndexOf("Second part.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_subject_without_prefix_gets_the_one_of_the_directory()
    {
        const string diff = "diff --git a/hw/x/a.c b/hw/x/a.c\n--- a/hw/x/a.c\n+++ b/hw/x/a.c\n@@ -1 +1 @@\n-a\n+b\n";
        string[] history = ["hw/x: one", "hw/x: two", "other: three", "hw/x: four"];
        string Subject(string title, IReadOnlyList<string> subjects) =>
            new DraftCase { Title = title, Diff = diff, PrefixHistory = directory => directory == "hw/x" ? subjects : [] }.Build().Subject;
        Assert.Equal("hw/x: do it", Subject("do it", history));
        Assert.Equal("hw/y: do it", Subject("hw/y: do it", history));
        Assert.Equal("do it", Subject("do it", ["a: one", "b: two", "c: three"]));
    }

    [Fact]
    public void Misspellings_are_named_and_kept()
    {
        var draft = new DraftCase { Log = "It is inconditionally set.", FindMisspellings = _ => new Dictionary<string, string> { ["inconditionally"] = "unconditionally" } }.Build();
        Assert.Equal("It is inconditionally set.", draft.Body);
        Assert.Equal(["spelling: inconditionally -> unconditionally"], draft.Notes);
    }

    [Fact]
    public void Recorded_runs_become_the_before_and_after_block_with_both_outputs_as_they_were()
    {
        var draft = new DraftCase { Runs = [new RunPair("prog -x", "prog: no x\n", 1, "prog: x is not there\n", 1), new RunPair("prog -y", "same\n", 0, "same\n", 0)] }.Build();
        Assert.Equal("The log.\n\nInstead of:\n\n    $ prog -x\n    prog: no x\n\nthe error is now:\n\n    prog: x is not there", draft.Body);
        Assert.All(draft.Paragraphs.Where(one => one.Text.Contains("prog", StringComparison.Ordinal)), one => Assert.All(one.Evidence, evidence => Assert.Equal("run", evidence.Kind)));
    }

    [Fact]
    public void An_acronym_that_the_code_spells_out_otherwise_is_noted()
    {
        const string diff = "diff --git a/hw/x/a.h b/hw/x/a.h\n--- a/hw/x/a.h\n+++ b/hw/x/a.h\n@@ -1,2 +1,2 @@\n /* Register Block Identifier (RBI) */\n-a\n+b\n";
        var note = Assert.Single(new DraftCase { Log = "Pass the Register Block Indicator (RBI) on.", Diff = diff }.Build().Notes);
        Assert.Contains("RBI is \"Register Block Identifier\" in the code (hw/x/a.h:1)", note, StringComparison.Ordinal);
        Assert.Empty(new DraftCase { Log = "Pass the register block identifier (RBI) on.", Diff = diff }.Build().Notes);
    }
}
