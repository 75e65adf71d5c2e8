using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Checks.Rules;

public sealed class InterfaceChangedRuleTests
{
    private const string Array = "static Property foo_properties[] = {\n@\n};\n";

    private static CheckCase Properties(string log, string before, string after) =>
        new CheckCase(log).File("hw/foo/foo.c", Array.Replace("@", before, StringComparison.Ordinal), Array.Replace("@", after, StringComparison.Ordinal));

    [Fact]
    public void A_property_that_vanishes_is_a_warning()
    {
        var finding = Assert.Single(Properties("hw/foo: remove dead code", "    DEFINE_PROP_BOOL(\"x-old\", Foo, old, false),\n    DEFINE_PROP_UINT8(\"n\", Foo, n, 1),", "    DEFINE_PROP_UINT8(\"n\", Foo, n, 1),").Check("PS0104"));
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("property \"x-old\" vanishes", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_appears_is_a_note() =>
        Assert.Equal(Severity.Note, Assert.Single(Properties("hw/foo: prepare", "    DEFINE_PROP_UINT8(\"n\", Foo, n, 1),", "    DEFINE_PROP_UINT8(\"n\", Foo, n, 1),\n    DEFINE_PROP_BOOL(\"x-new\", Foo, now, false),").Check("PS0104")).Severity);

    [Fact]
    public void One_that_changes_its_condition_is_a_warning() =>
        Assert.Contains("always instead of CONFIG_BAR", Assert.Single(Properties("hw/foo: tidy up", "#ifdef CONFIG_BAR\n    DEFINE_PROP_BOOL(\"x-old\", Foo, old, false),\n#endif", "    DEFINE_PROP_BOOL(\"x-old\", Foo, old, false),").Check("PS0104")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("hw/foo: remove the x-old property")]
    [InlineData("hw/foo: remove x_old")]
    public void A_log_that_names_it_is_not(string log) =>
        Assert.Empty(Properties(log, "    DEFINE_PROP_BOOL(\"x-old\", Foo, old, false),", "    DEFINE_PROP_END_OF_LIST(),").Check("PS0104"));

    [Fact]
    public void One_that_the_document_of_removed_features_has_is_a_note()
    {
        var finding = Assert.Single(Properties("hw/foo: remove dead code", "    DEFINE_PROP_BOOL(\"x-old\", Foo, old, false),", "    DEFINE_PROP_END_OF_LIST(),")
            .File("docs/about/removed-features.rst", "Removed\n", "Removed\n``x-old`` of foo (since 9.2)\n").Check("PS0104"));
        Assert.Equal(Severity.Note, finding.Severity);
        Assert.Contains("removed-features.rst does", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_are_named_by_their_type()
    {
        const string Before = "{ 'enum': 'FooKind',\n  'data': [ 'one', 'two' ] }\n";
        const string After = "{ 'enum': 'FooKind',\n  'data': [ { 'name': 'one', 'if': 'CONFIG_ONE' }, 'two' ] }\n";
        Assert.Empty(new CheckCase("qapi: make the FooKind entries conditional").File("qapi/foo.json", Before, After).Check("PS0104"));
        Assert.Empty(new CheckCase("qapi: add the missing compile-time conditionals").File("qapi/foo.json", Before, After).Check("PS0104"));
        Assert.NotEmpty(new CheckCase("qapi: tidy up").File("qapi/foo.json", Before, After).Check("PS0104"));
    }
}
