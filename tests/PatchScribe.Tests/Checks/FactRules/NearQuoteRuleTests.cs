namespace PatchScribe.Tests.Checks.FactRules;

public sealed class NearQuoteRuleTests
{
    private static CheckCase Case(string log) =>
        new CheckCase(log).Function("    a();", "    error_setg(errp, \"image %s has a non-zero size\", name);");

    [Fact]
    public void One_word_for_another_is_a_note_with_the_right_text()
    {
        var finding = Assert.Single(Case("hw/foo: refuse it\n\nThe new error \"image x has a non-zero length\" is given.").Check("PS0207"));
        Assert.Equal(3, finding.MessageLine);
        Assert.Contains("image %s has a non-zero size", finding.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hw/foo: refuse it\n\nThe new error \"image disk0 has a non-zero size\" is given.")]
    [InlineData("hw/foo: refuse it\n\nThe new error \"has a non-zero size\" is given.")]
    [InlineData("hw/foo: refuse it\n\nSee \"the other patch of this series\".")]
    [InlineData("hw/foo: refuse it\n\nSee \"a non-zero offset\".")]
    public void The_text_itself_a_part_of_it_or_something_else_is_not(string log) => Assert.Empty(Case(log).Check("PS0207"));

    [Fact]
    public void The_text_behind_a_macro_of_a_number_is_text() =>
        Assert.Empty(new CheckCase("hw/foo: add a blank\n\nIt prints \"Memory at address 0x750000000is not there\".").Function("    error_setg(errp, \"Memory at address 0x%\" HWADDR_PRIx \"is not there\", a);", "    error_setg(errp, \"Memory at address 0x%\" HWADDR_PRIx \" is not there\", a);").Check("PS0207"));
}
