namespace PatchScribe.Tests.Checks.FactRules;

public sealed class NoFunctionalChangeRuleTests
{
    [Theory]
    [InlineData("No functional change.")]
    [InlineData("No functional changes intended.")]
    [InlineData("There is no change in behaviour.")]
    [InlineData("No user-visible change.")]
    public void The_claim_beside_a_changed_message_is_a_warning_at_its_line(string claim)
    {
        var finding = Assert.Single(new CheckCase($"hw/foo: rework the errors\n\n{claim}").Function("    error_setg(errp, \"bad size\");", "    error_setg(errp, \"wrong size\");").Check("PS0205"));
        Assert.Equal(3, finding.MessageLine);
        Assert.Contains("\"bad size\" becomes \"wrong size\"", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_claim_beside_a_new_message_or_none_is_not()
    {
        Assert.Empty(new CheckCase("hw/foo: x\n\nNo functional change.").Function("    a();", "    b();").Check("PS0205"));
        Assert.Empty(new CheckCase("hw/foo: x\n\nNo functional change.").Function("    error_setg(errp, \"size %d\", n);", "    error_setg(errp, \"size %u\", n);").Check("PS0205"));
    }

    [Theory]
    [InlineData("There are no semantic changes, other than a wording fix in an error.")]
    [InlineData("No functional change except for the error.")]
    [InlineData("Other than the wording of one error there should be no change in behaviour.")]
    public void A_claim_that_says_what_it_leaves_out_is_not(string claim) =>
        Assert.Empty(new CheckCase($"hw/foo: x\n\n{claim}").Function("    error_setg(errp, \"bad size\");", "    error_setg(errp, \"wrong size\");").Check("PS0205"));

    [Fact]
    public void What_the_log_quotes_and_what_becomes_possible_is_not()
    {
        Assert.Empty(new CheckCase("hw/foo: x\n\nNo functional change. The error becomes \"wrong size of it\".").Function("    error_setg(errp, \"bad size of it\");", "    error_setg(errp, \"wrong size of it\");").Check("PS0205"));
        Assert.Empty(new CheckCase("hw/foo: x\n\nNo functional change.").File("qapi/foo.json", "# top\n", "# top\n{ 'struct': 'BaseProperties',\n  'data': { '*limit': 'int' } }\n").Check("PS0205"));
    }

    [Fact]
    public void Another_specifier_for_the_same_value_is_not() =>
        Assert.Empty(new CheckCase("hw/foo: x\n\nNo functional change.").Function("    error_setg(errp, \"bad base 0x%lx of it\", n);", "    error_setg(errp, \"bad base %p of it\", n);").Check("PS0205"));
}
