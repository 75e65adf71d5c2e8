using PatchScribe.Drafts.LogText;

namespace PatchScribe.Tests.Drafts;

public sealed class LogTextTests
{
    private static readonly LogOrigin Origin = new("mail", "a@example.org", null, 10);

    [Fact]
    public void Subject_blocks_and_trailers_come_apart_with_their_lines()
    {
        var log = LogParser.ParseWhole("hw/x: do it\n\nWhy so\nand so.\n\n    $ run\n\nSigned-off-by: A <a@example.org>\n", Origin);
        Assert.Equal("hw/x: do it", log.Subject);
        Assert.Equal([LogBlockKind.Paragraph, LogBlockKind.Verbatim], log.Blocks.Select(block => block.Kind));
        Assert.Equal("Why so and so.", log.Blocks[0].Text);
        Assert.Equal(12, log.Blocks[0].FirstLine);
        Assert.Equal(13, log.Blocks[0].LastLine);
        Assert.Equal(["$ run"], log.Blocks[1].Lines);
        Assert.Equal("Signed-off-by: A <a@example.org>", Assert.Single(log.Trailers).Text);
    }

    [Fact]
    public void A_fence_makes_lines_verbatim_also_without_blank_lines_around_it()
    {
        var log = LogParser.ParseBody("s", "Instead of:\n```\n$ cmd\n\nout\n```\nthis.", Origin);
        Assert.Equal(
            [LogBlockKind.Paragraph, LogBlockKind.Verbatim, LogBlockKind.Paragraph],
            log.Blocks.Select(block => block.Kind));
        Assert.Equal(["$ cmd", "", "out"], log.Blocks[1].Lines);
    }

    [Theory]
    [InlineData("- one\n  goes on\n- two", 2)]
    [InlineData("plain\ntext", 1)]
    [InlineData("1. one\n2. two\n\npar", 3)]
    public void List_items_are_blocks_of_their_own(string body, int blocks)
    {
        Assert.Equal(blocks, LogParser.ParseBody("s", body, Origin).Blocks.Count);
    }

    [Fact]
    public void Prose_that_fits_stays_as_its_author_broke_it_and_wide_prose_is_wrapped()
    {
        var profile = LogProfile.Named("qemu");
        var wide = new string('a', 50) + " " + new string('b', 30);
        var log = LogParser.ParseBody("s", "short\nlines\n\n" + wide + "\n\n    " + wide, Origin);
        Assert.Equal(
            "short\nlines\n\n" + new string('a', 50) + "\n" + new string('b', 30) + "\n\n    " + wide,
            LogWriter.Write(log.Blocks, profile));
    }

    [Fact]
    public void No_wrapped_line_starts_with_a_comment_mark()
    {
        var lines = LogWrapper.Wrap(new string('a', 20) + " #ifdef goes", 22);
        Assert.DoesNotContain(lines, line => line.StartsWith('#'));
    }
}
