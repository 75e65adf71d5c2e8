using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Checks.ThreadRules;

/// <summary>The rules that hold a log against its thread (PS0301 to PS0304).</summary>
public sealed class ReviewRuleTests
{
    private const string Patch = "The presence is known at run time (through /dev/iommufd), so\nthere is no need to look at it.\n\nSigned-off-by: Ines Marlow <ines@example.org>\n---\n a.c | 1 +\n\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1 +1,2 @@\n int a;\n+int b;\n";

    private static CheckCase Case(string log, params string[] replies) => new CheckCase(log).File("a.c", "int a;\n", "int a;\nint b;\n").Thread(
        [CheckCase.Mail(1, "Ines Marlow", "[PATCH] hw/foo: do it", Patch), .. replies.Select((reply, i) => CheckCase.Mail(i + 2, "Tomas Berg", "Re: [PATCH] hw/foo: do it", reply, parent: 1))]);

    [Fact]
    public void A_corrected_word_that_is_still_there_is_an_open_point()
    {
        const string Reply = "> The presence is known at run time (through /dev/iommufd), so\n\nThe device name is \"/dev/iommu\".\n";
        Assert.Equal("/dev/iommufd", Assert.Single(Case("hw/foo: do it\n\nKnown through /dev/iommufd.", Reply).Check("PS0301")).Words);
        Assert.Empty(Case("hw/foo: do it\n\nKnown through /dev/iommu.", Reply).Check("PS0301"));
    }

    [Fact]
    public void Words_that_were_objected_to_and_stand_are_an_open_point()
    {
        const string Reply = "> The presence is known at run time (through /dev/iommufd), so\n> there is no need to look at it.\n\nPlease explain why there is no need.\n";
        Assert.Contains("Please explain why", Assert.Single(Case("hw/foo: do it\n\nThe presence is known at run time (through /dev/iommufd), so\nthere is no need to look at it.", Reply).Check("PS0301")).Message, StringComparison.Ordinal);
        Assert.Empty(Case("hw/foo: do it\n\nThe backend registers its type, so the lookup fails by itself.", Reply).Check("PS0301"));
    }

    [Fact]
    public void More_text_where_more_was_asked_for_meets_a_point_and_not_where_words_are_wrong()
    {
        const string Stands = "hw/foo: do it\n\nThe presence is known at run time (through /dev/iommufd), so\nthere is no need to look at it.";
        const string Added = " The backend fails by itself\nwhen the object type is not there.";
        const string Quoted = "> The presence is known at run time (through /dev/iommufd), so\n> there is no need to look at it.\n\n";
        Assert.Single(Case(Stands, Quoted + "Please explain why there is no need.\n").Check("PS0301"));
        Assert.Empty(Case(Stands + Added, Quoted + "Please explain why there is no need.\n").Check("PS0301"));
        Assert.Single(Case(Stands + Added, Quoted + "Please drop this paragraph.\n").Check("PS0301"));
    }

    [Fact]
    public void Another_subject_meets_a_point_about_the_subject()
    {
        const string Reply = "The subject is misleading, please rephrase it.\n\n> The presence is known at run time (through /dev/iommufd), so\n> there is no need to look at it.\n";
        Assert.Empty(Case("hw/foo: know it at run time\n\nThe presence is known at run time.", Reply).Check("PS0301"));
    }

    [Fact]
    public void A_Fixes_line_that_was_asked_for_is_an_open_point_until_it_is_there()
    {
        const string Reply = "> Signed-off-by: Ines Marlow <ines@example.org>\n\nPlease add a Fixes tag.\n";
        Assert.Contains("Fixes", Assert.Single(Case("hw/foo: do it\n\nBody.", Reply).Check("PS0301")).Help, StringComparison.Ordinal);
        Assert.Empty(Case("hw/foo: do it\n\nBody.\n\nFixes: 0123456789ab (\"hw/foo: start\")", Reply).Check("PS0301"));
    }

    [Fact]
    public void A_tag_of_much_other_code_is_a_note_unless_the_notes_say_why()
    {
        const string Reply = "Looks good.\n\nReviewed-by: Tomas Berg <tomas@example.org>\n";
        const string Log = "hw/foo: do it\n\nBody.\n\nReviewed-by: Tomas Berg <tomas@example.org>";
        CheckCase Other(string notes) => new CheckCase(Log) { Notes = notes }.File("a.c", "int a;\n", "int a;\nint c;\nint d;\n").Thread(
            CheckCase.Mail(1, "Ines Marlow", "[PATCH] hw/foo: do it", Patch), CheckCase.Mail(2, "Tomas Berg", "Re: [PATCH] hw/foo: do it", Reply, parent: 1));
        Assert.Equal(Severity.Note, Assert.Single(Other("").Check("PS0303")).Severity);
        Assert.Empty(Other("v2: d added, kept Tomas Berg's tag").Check("PS0303"));
    }

    [Fact]
    public void A_dropped_tag_is_explained_below_the_log()
    {
        const string Reply = "Looks good.\n\nReviewed-by: Tomas Berg <tomas@example.org>\n";
        CheckCase Without(string notes) => new CheckCase("hw/foo: do it\n\nBody.") { Notes = notes }.File("a.c", "int a;\n", "int a;\nint b;\n").Thread(
            CheckCase.Mail(1, "Ines Marlow", "[PATCH] hw/foo: do it", Patch), CheckCase.Mail(2, "Tomas Berg", "Re: [PATCH] hw/foo: do it", Reply, parent: 1));
        Assert.Single(Without("").Check("PS0303"));
        Assert.Empty(Without("v2: dropped the R-b, the lock is new").Check("PS0303"));
    }

    [Fact]
    public void A_tag_that_nobody_gave_is_an_error_and_one_that_is_lost_a_warning()
    {
        const string Reply = "Looks good.\n\nReviewed-by: Tomas Berg <tomas@example.org>\n";
        var findings = Case("hw/foo: do it\n\nBody.\n\nReviewed-by: Ruth Okafor <ruth@example.org>", Reply).Check("PS0303");
        Assert.Equal([Severity.Error, Severity.Warning], findings.Select(finding => finding.Severity));
        Assert.Empty(Case("hw/foo: do it\n\nBody.\n\nReviewed-by: Tomas Berg <tomas@example.org>", Reply).Check("PS0303"));
    }

    [Fact]
    public void A_refusal_is_open_until_it_is_taken_back() =>
        Assert.Single(Case("hw/foo: do it\n\nBody.", "No, this breaks the old board.\n\nNacked-by: Tomas Berg <tomas@example.org>\n").Check("PS0304"));

    [Fact]
    public void Other_words_than_the_agreed_ones_are_a_note()
    {
        var log = "hw/foo: know it at run time\n\nThe backend registers its type, so the lookup fails by itself.";
        string[] replies = ["How about this log:\n\n```\n" + log + "\n```\n\nThanks,\nTomas\n"];
        var agreed = CheckCase.Mail(3, "Ines Marlow", "Re: [PATCH] hw/foo: do it", "> How about this log:\n\nAgreed, I'll use it, thanks.\n", parent: 2);
        CheckCase With(string text) => new CheckCase(text).File("a.c", "int a;\n", "int a;\nint b;\n").Thread(
            CheckCase.Mail(1, "Ines Marlow", "[PATCH] hw/foo: do it", Patch), CheckCase.Mail(2, "Tomas Berg", "Re: [PATCH] hw/foo: do it", replies[0], parent: 1), agreed);
        Assert.Contains("registers", Assert.Single(With("hw/foo: know it at run time\n\nSomething else.").Check("PS0302")).Message, StringComparison.Ordinal);
        Assert.Empty(With(log).Check("PS0302"));
    }
}
