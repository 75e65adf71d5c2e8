namespace PatchScribe.Tests.Checks.Rules;

public sealed class BeforeAndAfterRuleTests
{
    private static CheckCase Case(string log) =>
        new CheckCase(log).Function("    error_setg(errp, \"non-zero length expected\");", "    error_setg(errp, \"non-zero size expected\");");

    [Fact]
    public void One_side_alone_is_a_note_at_its_line()
    {
        var finding = Assert.Single(Case("hw/foo: reword\n\nThe error is now \"non-zero size expected\".").Check("PS0107"));
        Assert.Equal(3, finding.MessageLine);
        Assert.Contains("non-zero length expected", finding.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hw/foo: reword\n\n\"non-zero length expected\" becomes \"non-zero size expected\".")]
    [InlineData("hw/foo: reword the errors")]
    public void Both_or_none_is_not(string log) => Assert.Empty(Case(log).Check("PS0107"));
}
