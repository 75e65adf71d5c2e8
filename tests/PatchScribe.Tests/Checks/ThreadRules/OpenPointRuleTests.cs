namespace PatchScribe.Tests.Checks.ThreadRules;

public sealed class OpenPointRuleTests
{
    [Fact]
    public void A_corrected_word_that_is_still_there_is_an_open_point()
    {
        const string Reply = "> The presence is known at run time (through /dev/iommufd), so\n\nThe device name is \"/dev/iommu\".\n";
        Assert.Equal("/dev/iommufd", Assert.Single(ReviewCase.Of("hw/foo: do it\n\nKnown through /dev/iommufd.", Reply).Check("PS0301")).Words);
        Assert.Empty(ReviewCase.Of("hw/foo: do it\n\nKnown through /dev/iommu.", Reply).Check("PS0301"));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(1, 0)]
    public void What_was_answered_to_the_mail_of_the_change_itself_it_could_not_meet(int? sent, int count)
    {
        const string Reply = "> The presence is known at run time (through /dev/iommufd), so\n\nThe device name is \"/dev/iommu\".\n";
        Assert.Equal(count, ReviewCase.Of("hw/foo: do it\n\nKnown through /dev/iommufd.", sent, Reply).Check("PS0301").Count);
    }

    [Theory]
    [InlineData("Your own sign-off is missing here, please add it to the log.", 1)]
    [InlineData("Does the old board still start with this?", 0)]
    public void What_is_asked_under_a_trailer_and_is_not_about_the_log_is_no_point_of_it(string remark, int count) =>
        Assert.Equal(count, ReviewCase.Of("hw/foo: do it\n\nThe presence is known.\n\nSigned-off-by: Ines Marlow <ines@example.org>", $"> Signed-off-by: Ines Marlow <ines@example.org>\n\n{remark}\n").Check("PS0301").Count);

    [Fact]
    public void Words_that_were_objected_to_and_stand_are_an_open_point()
    {
        const string Reply = "> The presence is known at run time (through /dev/iommufd), so\n> there is no need to look at it.\n\nPlease explain why there is no need.\n";
        Assert.Contains("Please explain why", Assert.Single(ReviewCase.Of("hw/foo: do it\n\nThe presence is known at run time (through /dev/iommufd), so\nthere is no need to look at it.", Reply).Check("PS0301")).Message, StringComparison.Ordinal);
        Assert.Empty(ReviewCase.Of("hw/foo: do it\n\nThe backend registers its type, so the lookup fails by itself.", Reply).Check("PS0301"));
    }

    [Fact]
    public void More_text_where_more_was_asked_for_meets_a_point_and_not_where_words_are_wrong()
    {
        const string Stands = "hw/foo: do it\n\nThe presence is known at run time (through /dev/iommufd), so\nthere is no need to look at it.";
        const string Added = " The backend fails by itself\nwhen the object type is not there.";
        const string Quoted = "> The presence is known at run time (through /dev/iommufd), so\n> there is no need to look at it.\n\n";
        Assert.Single(ReviewCase.Of(Stands, Quoted + "Please explain why there is no need.\n").Check("PS0301"));
        Assert.Empty(ReviewCase.Of(Stands + Added, Quoted + "Please explain why there is no need.\n").Check("PS0301"));
        Assert.Single(ReviewCase.Of(Stands + Added, Quoted + "Please drop this paragraph.\n").Check("PS0301"));
    }

    [Fact]
    public void Another_subject_meets_a_point_about_the_subject()
    {
        const string Reply = "The subject is misleading, please rephrase it.\n\n> The presence is known at run time (through /dev/iommufd), so\n> there is no need to look at it.\n";
        Assert.Empty(ReviewCase.Of("hw/foo: know it at run time\n\nThe presence is known at run time.", Reply).Check("PS0301"));
    }

    [Fact]
    public void A_Fixes_line_that_was_asked_for_is_an_open_point_until_it_is_there()
    {
        const string Reply = "> Signed-off-by: Ines Marlow <ines@example.org>\n\nPlease add a Fixes tag.\n";
        Assert.Contains("Fixes", Assert.Single(ReviewCase.Of("hw/foo: do it\n\nBody.", Reply).Check("PS0301")).Help, StringComparison.Ordinal);
        Assert.Empty(ReviewCase.Of("hw/foo: do it\n\nBody.\n\nFixes: 0123456789ab (\"hw/foo: start\")", Reply).Check("PS0301"));
    }
}
