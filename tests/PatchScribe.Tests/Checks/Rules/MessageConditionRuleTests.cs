using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Checks.Rules;

public sealed class MessageConditionRuleTests
{
    private const string Message = "    error_setg(errp, \"no backend there\");";

    [Fact]
    public void A_message_that_other_builds_meet_now_is_a_note()
    {
        var finding = Assert.Single(new CheckCase("hw/foo: tidy up").Function($"#ifdef CONFIG_BACKEND\n{Message}\n#endif", Message).Check("PS0103"));
        Assert.Equal(Severity.Note, finding.Severity);
        Assert.Contains("always instead of CONFIG_BACKEND", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hw/foo: do not look at CONFIG_BACKEND")]
    [InlineData("hw/foo: find the backend at run time")]
    [InlineData("hw/foo: require libbackend")]
    public void A_log_that_names_the_symbol_is_not(string log) =>
        Assert.Empty(new CheckCase(log).Function($"#ifdef CONFIG_BACKEND\n{Message}\n#endif", Message).Check("PS0103"));

    [Theory]
    [InlineData("CONFIG_USER_ONLY")]
    [InlineData("CONFIG_SPL_BUILD")]
    public void Symbols_of_what_is_built_give_nothing(string symbol) =>
        Assert.Empty(new CheckCase("hw/foo: tidy up").Function($"#ifdef {symbol}\n{Message}\n#endif", Message).Check("PS0103"));

    [Fact]
    public void The_same_condition_written_otherwise_gives_nothing() =>
        Assert.Empty(new CheckCase("hw/foo: tidy up").Function($"#ifdef CONFIG_BACKEND\n{Message}\n#endif", $"#if defined(CONFIG_BACKEND)\n{Message}\n#endif").Check("PS0103"));

    [Fact]
    public void A_symbol_that_the_build_renames_gives_nothing_and_one_in_its_place_is_said()
    {
        CheckCase Case() => new CheckCase("build: move the test").Function($"#ifdef CONFIG_BACKEND\n{Message}\n#endif", $"#ifdef HAVE_BACKEND\n{Message}\n#endif");
        Assert.Empty(Case().File("meson.build", "conf.set('CONFIG_BACKEND', x)\n", "conf.set('HAVE_BACKEND', x)\n").Check("PS0103"));
        Assert.Single(Case().Check("PS0103"));
    }

    [Fact]
    public void A_target_symbol_beside_a_chosen_one_gives_nothing() =>
        Assert.Empty(new CheckCase("hw/foo: tidy up").Function($"#if defined(CONFIG_BACKEND) && !defined(CONFIG_USER_ONLY)\n{Message}\n#endif", $"#ifdef CONFIG_BACKEND\n{Message}\n#endif").Check("PS0103"));

    [Theory]
    [InlineData("hw/foo: let the gadgets be switched off", 1)]
    [InlineData("hw/slirp: let the gadgets be switched off", 0)]
    public void All_parts_of_the_symbol_tell_it(string log, int count) =>
        Assert.Equal(count, new CheckCase(log).Function(Message, $"#ifdef CONFIG_SLIRP_GADGET\n{Message}\n#endif").Check("PS0103").Count);

    [Fact]
    public void A_text_that_the_other_branch_gives_nearly_so_is_none() =>
        Assert.Empty(new CheckCase("hw/foo: tidy up").Function(Message, $"#ifdef CONFIG_BACKEND\n    error_setg(errp, \"no backend or frontend there\");\n#else\n{Message}\n#endif").Check("PS0103"));
}
