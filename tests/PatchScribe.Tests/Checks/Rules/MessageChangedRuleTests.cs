using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Checks.Rules;

public sealed class MessageChangedRuleTests
{
    private const string Old = "    error_setg(errp, \"non-zero length of the image\");";
    private const string New = "    error_setg(errp, \"non-zero size of the image\");";

    [Fact]
    public void A_silent_log_is_warned_with_both_texts()
    {
        var finding = Assert.Single(new CheckCase("hw/foo: rework the test\n\nUse the other way.").Function(Old, New).Check("PS0101"));
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(("hw/foo/foo.c", 3), (finding.File, finding.Line!.Value));
        Assert.Contains("foo_realize()", finding.Message, StringComparison.Ordinal);
        Assert.Contains("\"non-zero length of the image\" becomes \"non-zero size of the image\"", finding.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_messages_of_one_function_are_one_finding()
    {
        var finding = Assert.Single(new CheckCase("hw/foo: rework the test").Function(
            "    error_setg(errp, \"bad length\");\n    error_setg(errp, \"bad offset\");", "    error_setg(errp, \"wrong length\");\n    error_setg(errp, \"wrong offset\");").Check("PS0101"));
        Assert.Contains("2 messages of foo_realize() changed, the log names none", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hw/foo: say which size\n\nThe error is now \"non-zero size of the image\".")]
    [InlineData("hw/foo: fix foo_realize\n\nfoo_realize() says what is wrong.")]
    [InlineData("hw/foo: reword\n\nAn image with a size that is non-zero is refused by its own name.")]
    [InlineData("hw/foo: improve error messages")]
    public void A_log_that_speaks_of_it_is_not(string log) => Assert.Empty(new CheckCase(log).Function(Old, New).Check("PS0101"));

    [Theory]
    [InlineData("    error_setg(errp, \"length %d\", n);", "    error_setg(errp, \"length %u\", n);")]
    [InlineData("    error_setg(errp, \"one \" \"text\");", "    error_setg(errp,\n               \"one text\");")]
    [InlineData("    error_setg(errp, \"text\");\n    g();", "    g();\n    error_setg(errp, \"text\");")]
    [InlineData("    trace(\"a\");", "    trace(\"b\");")]
    public void Moves_wraps_and_specifiers_are_no_change(string before, string after) =>
        Assert.Empty(new CheckCase("hw/foo: tidy up").Function(before, after).Check("PS0101"));

    [Fact]
    public void Tests_are_not_users() => Assert.Empty(new CheckCase("tests: tidy up").Function(Old, New, "tests/unit/test-foo.c").Check("PS0101"));

    [Fact]
    public void A_message_that_goes_with_its_function_is_none() =>
        Assert.Empty(new CheckCase("hw/foo: drop dead code").File("hw/foo/foo.c", $"void foo(void)\n{{\n{Old}\n}}\nint x;\n", "int x;\n").Check("PS0101"));

    [Fact]
    public void A_text_that_another_function_of_the_file_still_prints_is_none() =>
        Assert.Empty(new CheckCase("hw/foo: drop the first test").File("hw/foo/foo.c", $"void foo(void)\n{{\n{Old}\n}}\nvoid bar(void)\n{{\n{Old}\n}}\n", $"void foo(void)\n{{\n    g();\n}}\nvoid bar(void)\n{{\n{Old}\n}}\n").Check("PS0101"));

    [Fact]
    public void A_message_that_follows_what_the_log_is_about_is_none()
    {
        const string Widened = "    error_setg(errp, \"non-zero length of the image or snapshot\");";
        Assert.Empty(new CheckCase("hw/foo: take a snapshot as well").Function(Old, Widened).Check("PS0101"));
        Assert.Single(new CheckCase("hw/foo: take a copy as well").Function(Old, Widened).Check("PS0101"));
    }

    [Fact]
    public void Another_severity_and_another_end_of_the_message_are_a_change()
    {
        Assert.Contains("now of severity warning", Assert.Single(new CheckCase("hw/foo: rework").Function("    error_report(\"bad size of it\");", "    warn_report(\"bad size of it\");").Check("PS0101")).Help, StringComparison.Ordinal);
        Assert.Contains("error_setg_errno()", Assert.Single(new CheckCase("hw/foo: rework").Function("    error_setg(errp, \"bad size of it\");", "    error_setg_errno(errp, errno, \"bad size of it\");").Check("PS0101")).Help, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_that_go_with_a_path_that_the_log_speaks_of_are_none() =>
        Assert.Empty(new CheckCase("hw/foo: do not map the RAM device\n\nIt must not be mapped.").Function("    error_report(\"map ram fail!\");\n    error_report(\"p2p may not work\");", "    a();").Check("PS0101"));

    [Fact]
    public void A_hint_reads_as_the_text_below_an_error_did() =>
        Assert.Empty(new CheckCase("hw/foo: rework").Function("    error_printf(\"The valid types are: %s\", s);", "    error_append_hint(errp, \"The valid types are: %s\", s);").Check("PS0101"));
}
