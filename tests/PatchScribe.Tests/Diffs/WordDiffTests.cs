using PatchScribe.Diffs.Words;

namespace PatchScribe.Tests.Diffs;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("one two\nthree four\n", "one two three\nfour\n", "one two three\nfour\n")]
    [InlineData("one two three four\n", "one two five four\n", "one two [-three-]{+five+} four\n")]
    [InlineData("subject\n\none two three\n", "subject\n\nwholly other words here\n", "subject\n\n[-one two three-]\n\n{+wholly other words here+}\n")]
    [InlineData("s\n\nkept\n\ngone here\n", "s\n\nkept\n", "s\n\nkept\n\n[-gone here-]\n")]
    [InlineData("one two\n\n   \n\nthree\n", "one two\n\nthree\n", "one two\n\nthree\n")]
    [InlineData("one two three\n", "    new one two three\n", "    {+new+} one two three\n")]
    public void Words_are_compared_where_paragraphs_have_much_in_common(string before, string after, string expected)
    {
        Assert.Equal(expected, WordDiff.Marked(before, after) + "\n");
    }

    [Fact]
    public void What_is_equal_and_what_is_new_are_the_new_text()
    {
        const string next = "one two five four\n\n    indented words stay\n\nthis is wholly new";
        var pieces = WordDiff.Compare("one two three four\n\ngone for good, and with it all\n\n    indented words stay", next);

        Assert.Equal(next, string.Concat(pieces.Where(piece => piece.Kind != "removed").Select(piece => piece.Text)));
        Assert.Equal(["three", "gone for good, and with it all"], pieces.Where(piece => piece.Kind == "removed").Select(piece => piece.Text.Trim()));
        Assert.Empty(WordDiff.Compare("one two\nthree", "one\ntwo three"));
    }

    [Fact]
    public void Texts_too_long_to_be_compared_are_whole()
    {
        var longText = string.Concat(Enumerable.Repeat("many words ", WordDiff.MaxLength / 11));

        Assert.Equal([("removed", longText), ("added", "few\n" + longText)], WordDiff.Compare(longText, "few\n" + longText).Select(piece => (piece.Kind, piece.Text.TrimEnd('\n'))));
    }
}
