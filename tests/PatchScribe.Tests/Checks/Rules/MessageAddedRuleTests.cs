using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Checks.Rules;

public sealed class MessageAddedRuleTests
{
    private const string Added = "    if (!n) {\n        error_setg(errp, \"queue size must not be zero\");\n    }";

    [Fact]
    public void A_new_message_on_an_existing_path_is_a_note()
    {
        var finding = Assert.Single(new CheckCase("hw/foo: validate the configuration").Function("    int n;", Added).Check("PS0102"));
        Assert.Equal(Severity.Note, finding.Severity);
        Assert.Contains("queue size must not be zero", finding.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_describes_it_is_not() =>
        Assert.Empty(new CheckCase("hw/foo: refuse a queue size of zero").Function("    int n;", Added).Check("PS0102"));

    [Fact]
    public void A_new_function_and_a_new_file_are_their_own_news()
    {
        Assert.Empty(new CheckCase("hw/foo: add bar").File("hw/foo/foo.c", "int x;\n", $"int x;\nvoid bar(void)\n{{\n{Added}\n}}\n").Check("PS0102"));
        Assert.Empty(new CheckCase("hw/foo: add bar").NewFile("hw/foo/bar.c", $"void bar(void)\n{{\n{Added}\n}}\n").Check("PS0102"));
    }
}
