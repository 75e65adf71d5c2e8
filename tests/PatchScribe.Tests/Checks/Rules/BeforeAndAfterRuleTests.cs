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

    [Fact]
    public void One_text_of_two_calls_is_one_finding()
    {
        static string Twice(string text) => $"    if (a) {{\n        error_setg(errp, \"{text}\");\n    }}\n    b();\n    error_setg(errp, \"{text}\");";
        Assert.Single(new CheckCase("hw/foo: reword\n\nIt said \"non-zero length expected\".").Function(Twice("non-zero length expected"), Twice("non-zero size expected")).Check("PS0107"));
    }
}
