using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Checks.ThreadRules;

public sealed class TagRuleTests
{
    [Fact]
    public void A_tag_of_much_other_code_is_a_note_unless_the_notes_say_why()
    {
        const string Reply = "Looks good.\n\nReviewed-by: Tomas Berg <tomas@example.org>\n";
        const string Log = "hw/foo: do it\n\nBody.\n\nReviewed-by: Tomas Berg <tomas@example.org>";
        CheckCase Other(string notes) => new CheckCase(Log) { Notes = notes }.File("a.c", "int a;\n", "int a;\nint c;\nint d;\n").Thread(
            CheckCase.Mail(1, "Ines Marlow", "[PATCH] hw/foo: do it", ReviewCase.Patch), CheckCase.Mail(2, "Tomas Berg", "Re: [PATCH] hw/foo: do it", Reply, parent: 1));
        Assert.Equal(Severity.Note, Assert.Single(Other("").Check("PS0303")).Severity);
        Assert.Empty(Other("v2: d added, kept Tomas Berg's tag").Check("PS0303"));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(1, 0)]
    public void A_tag_that_was_given_to_the_mail_of_the_change_itself_is_not_lost(int? sent, int count) =>
        Assert.Equal(count, ReviewCase.Of("hw/foo: do it\n\nBody.", sent, "Looks good.\n\nReviewed-by: Tomas Berg <tomas@example.org>\n").Check("PS0303").Count);

    [Fact]
    public void A_tag_of_one_who_signs_the_patch_off_is_not_lost() =>
        Assert.Empty(ReviewCase.Of("hw/foo: do it\n\nBody.\n\nSigned-off-by: Tomas Berg <tomas@example.org>", "Fine.\n\nAcked-by: Tomas Berg <tomas@example.org>\n").Check("PS0303"));

    [Fact]
    public void A_dropped_tag_is_explained_below_the_log()
    {
        const string Reply = "Looks good.\n\nReviewed-by: Tomas Berg <tomas@example.org>\n";
        CheckCase Without(string notes) => new CheckCase("hw/foo: do it\n\nBody.") { Notes = notes }.File("a.c", "int a;\n", "int a;\nint b;\n").Thread(
            CheckCase.Mail(1, "Ines Marlow", "[PATCH] hw/foo: do it", ReviewCase.Patch), CheckCase.Mail(2, "Tomas Berg", "Re: [PATCH] hw/foo: do it", Reply, parent: 1));
        Assert.Single(Without("").Check("PS0303"));
        Assert.Empty(Without("v2: dropped the R-b, the lock is new").Check("PS0303"));
    }

    [Fact]
    public void A_tag_that_nobody_gave_is_an_error_and_one_that_is_lost_a_warning()
    {
        const string Reply = "Looks good.\n\nReviewed-by: Tomas Berg <tomas@example.org>\n";
        var findings = ReviewCase.Of("hw/foo: do it\n\nBody.\n\nReviewed-by: Ruth Okafor <ruth@example.org>", Reply).Check("PS0303");
        Assert.Equal([Severity.Error, Severity.Warning], findings.Select(finding => finding.Severity));
        Assert.Empty(ReviewCase.Of("hw/foo: do it\n\nBody.\n\nReviewed-by: Tomas Berg <tomas@example.org>", Reply).Check("PS0303"));
    }
}
