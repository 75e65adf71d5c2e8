using PatchScribe.Conditionals;

namespace PatchScribe.Tests.Conditionals;

public sealed class PresenceConditionsTests
{
    [Fact]
    public void Branches_negate_the_ones_before_them_and_nest()
    {
        var presence = PresenceConditions.Read("a\n#ifdef CONFIG_A\nb\n#elif defined(CONFIG_B) && \\\n   defined(CONFIG_C)\nc\n#else\nd\n# if 0\ne\n# endif\n#endif\nf\n");
        Assert.Equal("true", presence.At(1).ToString());
        Assert.Equal("CONFIG_A", presence.At(3).ToString());
        Assert.Equal("!CONFIG_A && CONFIG_B && CONFIG_C", presence.At(6).ToString());
        Assert.Equal("!CONFIG_A && !CONFIG_B || !CONFIG_A && !CONFIG_C", presence.At(8).ToString());
        Assert.Equal("false", presence.At(10).ToString());
        Assert.Equal("true", presence.At(13).ToString());
        Assert.Equal([(2, 3), (4, 6), (7, 11), (9, 10)], presence.Branches.Select(branch => (branch.Line, branch.EndLine)));
    }

    [Fact]
    public void A_definition_of_what_is_not_yet_defined_at_the_top_is_no_include_guard()
    {
        var conditions = PresenceConditions.Read("#ifndef LEVEL\n#define LEVEL 6\n#endif\n#ifdef CONFIG_A\nint a;\n#endif\n#ifdef CONFIG_B\nint b;\n#if LEVEL > 5\nint c;\n#endif\n#endif\n");

        Assert.Equal("!LEVEL", conditions.At(2).ToString());
        Assert.Equal("CONFIG_A", conditions.At(5).ToString());
        Assert.Equal("CONFIG_B", conditions.At(8).ToString());
    }

    [Fact]
    public void An_include_guard_is_no_condition()
    {
        var presence = PresenceConditions.Read("/* x */\n#ifndef X_H\n#define X_H\nint a;\n#ifdef CONFIG_A\nint b;\n#endif\n#endif\n");
        Assert.Equal("true", presence.At(4).ToString());
        Assert.Equal("CONFIG_A", presence.At(6).ToString());
        Assert.Equal("CONFIG_A", Assert.Single(presence.Branches).Expression);
    }

    [Theory]
    [InlineData("/*\n#ifdef CONFIG_A\n*/\nx\n")]
    [InlineData("s = \"/*\";\n#ifdef CONFIG_B\n#endif\nx\n")]
    [InlineData("#endif\n#else\n\nx\n")]
    [InlineData("// it's /* no comment\n#if 0\n#endif\nx\n")]
    public void Comments_strings_and_stray_ends_do_not_confuse(string text)
    {
        Assert.Equal("true", PresenceConditions.Read(text).At(4).ToString());
    }

    [Fact]
    public void An_if_without_end_reaches_to_the_last_line()
    {
        Assert.Equal("CONFIG_A", PresenceConditions.Read("#ifdef CONFIG_A /* why */\nx\ny\n").At(3).ToString());
    }
}
