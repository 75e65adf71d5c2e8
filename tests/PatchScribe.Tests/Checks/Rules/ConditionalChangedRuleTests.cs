namespace PatchScribe.Tests.Checks.Rules;

public sealed class ConditionalChangedRuleTests
{
    private const string Before = "#ifdef CONFIG_QUUX\n    error_setg(errp, \"bar is not built in\");\n#endif";
    private const string After = "    error_setg(errp, \"bar is not built in\");";

    [Fact]
    public void A_log_that_tells_of_the_message_and_not_of_the_symbol_is_a_note()
    {
        var finding = Assert.Single(new CheckCase("hw/foo: say \"bar is not built in\" everywhere").Function(Before, After).Check("PS0105"));
        Assert.Contains("no longer depends on CONFIG_QUUX", finding.Message, StringComparison.Ordinal);
        Assert.Equal("hw/foo/foo.c", finding.File);
    }

    [Theory]
    [InlineData("hw/foo: say \"bar is not built in\" without CONFIG_QUUX too", Before, After)]
    [InlineData("hw/foo: clean up", Before, After)]
    [InlineData("hw/foo: clean up", "#ifdef CONFIG_QUUX\n    a();\n#endif", "    a();")]
    [InlineData("hw/foo: say \"bar is not built in\" everywhere", "#ifdef CONFIG_USER_ONLY\n    error_setg(errp, \"bar is not built in\");\n#endif", After)]
    public void One_that_names_it_one_that_tells_nothing_and_conditions_without_effect_are_not(string log, string before, string after) =>
        Assert.Empty(new CheckCase(log).Function(before, after).Check("PS0105"));

    [Fact]
    public void A_log_that_speaks_of_conditions_in_general_tells_of_no_name()
    {
        const string Kind = "{ 'enum': 'FooKind',\n  'data': [ 'one', 'two' ] }\n";
        Assert.Empty(new CheckCase("qapi: add the missing compile-time conditionals").File("qapi/foo.json", Kind, Kind.Replace("'one'", "{ 'name': 'one', 'if': 'CONFIG_ONE' }", StringComparison.Ordinal)).Check("PS0105"));
        Assert.Single(new CheckCase("qapi: keep FooKind to what is there").File("qapi/foo.json", Kind, Kind.Replace("'one'", "{ 'name': 'one', 'if': 'CONFIG_ONE' }", StringComparison.Ordinal)).Check("PS0105"));
    }
}
