namespace PatchScribe.Tests.Checks;

/// <summary>yes, partly, no, not-applicable.</summary>
public sealed class VerdictTests
{
    [Theory]
    [InlineData("hw/foo: x", "no")]
    [InlineData("hw/foo: improve error messages", "partly")]
    [InlineData("hw/foo: x\n\nSay \"wrong size of it\".", "yes")]
    public void A_changed_message(string log, string verdict) =>
        Assert.Equal(verdict, new CheckCase(log).Function("    error_setg(errp, \"bad size of it\");", "    error_setg(errp, \"wrong size of it\");").Check().Documented);

    [Fact]
    public void A_removed_condition_that_the_log_names() =>
        Assert.Equal("yes", new CheckCase("hw/foo: drop CONFIG_BAR").Function("#ifdef CONFIG_BAR\n    a();\n#endif", "    a();").Check().Documented);

    [Fact]
    public void Nothing_that_a_user_sees() => Assert.Equal("not-applicable", new CheckCase("hw/foo: x").Function("    a();", "    b();").Check().Documented);
}
