using PatchScribe.UserMessages;

namespace PatchScribe.Tests.UserMessages;

public sealed class FormatPatternTests
{
    [Theory]
    [InlineData("cannot open %s", "prog: -device x: cannot open /dev/y: No such file", "/dev/y:Nosuchfile")]
    [InlineData("cannot open '%s': size 0x%PRIx64", "cannot open 'a\n b': size 0x10", "ab")]
    [InlineData("100%% of \\\"%d\\\" used", "100% of \"7\" used", "7")]
    public void Values_and_wrapping_are_no_obstacle(string format, string seen, string value)
    {
        var match = new FormatPattern(format).Match(new SeenText(seen).Squeezed);
        Assert.NotNull(match);
        Assert.True(match.Values.Count == 0 || match.Values[0] == value);
    }

    [Theory]
    [InlineData("%s: %s", "x: y")]
    [InlineData("cannot close %s", "cannot open x")]
    public void What_says_little_or_something_else_matches_nothing(string format, string seen) =>
        Assert.Null(new FormatPattern(format).Match(new SeenText(seen).Squeezed));

    [Fact]
    public void A_text_with_parts_left_out_matches_loosely() =>
        Assert.NotNull(new FormatPattern("device %s failed to load the %s firmware").MatchLoosely("x: device a ... failed to load ... firmware"));
}
