using PatchScribe.Rendering;

namespace PatchScribe.Tests.Rendering;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("one two\nthree four\n", "one two three\nfour\n", "one two three\nfour\n")]
    [InlineData("one two three four\n", "one two five four\n", "one two [-three-] {+five+} four\n")]
    [InlineData("subject\n\none two three\n", "subject\n\nwholly other words here\n", "subject\n\n[-one two three-]\n\n{+wholly other words here+}\n")]
    [InlineData("s\n\nkept\n\ngone here\n", "s\n\nkept\n", "s\n\nkept\n\n[-gone here-]\n")]
    [InlineData("one two three\n", "    new one two three\n", "    {+new+} one two three\n")]
    public void Words_are_compared_where_paragraphs_have_much_in_common(string before, string after, string expected)
    {
        Assert.Equal(expected, WordDiff.Write(before, after));
    }
}
