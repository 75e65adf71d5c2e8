using System.Text;

namespace PatchScribe.Tests.Mail;

public class BodyTests
{
    [Theory]
    [InlineData("utf-8", "J\u00C3\u00BCrgen", "Jürgen")]
    [InlineData("UTF8", "J\u00C3\u00BCrgen", "Jürgen")]
    [InlineData("uft-8", "J\u00C3\u00BCrgen", "Jürgen")]
    [InlineData("unknown-8bit", "J\u00C3\u00BCrgen", "Jürgen")]
    [InlineData("unknown-8bit", "J\u00FCrgen", "Jürgen")]
    [InlineData("us-ascii", "J\u00C3\u00BCrgen", "Jürgen")]
    [InlineData("utf-8", "J\u00C3\u00BCrgen \u00FC", "Jürgen ü")]
    [InlineData("iso-8859-1", "\u0093J\u00FCrgen\u0094", "“Jürgen”")]
    [InlineData("iso-8859-2", "Luk\u00E1\u00B9", "Lukáš")]
    [InlineData("iso-8859-8-i", "\u00F9\u00EC\u00E5\u00ED", "שלום")]
    [InlineData("iso8859-7", "\u00EC\u00E9", "\u03BC\u03B9")]
    [InlineData("ISO_8859-7:1987", "\u00EC\u00E9", "\u03BC\u03B9")]
    [InlineData("iso8859_1", "\u0093", "\u201C")]
    [InlineData("koi8-r", "\u00CD\u00C9\u00D2", "мир")]
    [InlineData("gb2312", "\u00BB\u00D8\u00B8\u00B4", "回复")]
    [InlineData("ks_c_5601-1987", "\u00B0\u00A1", "가")]
    [InlineData("shift_jis", "\u0093\u00FA\u0096\u007B", "日本")]
    [InlineData("iso-2022-jp", "\u001B$BF|K\\\u001B(B", "日本")]
    [InlineData("utf-7", "J+APw-rgen", "Jürgen")]
    [InlineData("y", "plain", "plain")]
    public void Charsets(string label, string bytes, string expected) =>
        Assert.Equal(expected + "\n", Mails.One($"Content-Type: text/plain; charset=\"{label}\"\n\n{bytes}\n").Body);

    [Fact]
    public void Soft_breaks_inside_a_diff_are_undone()
    {
        var message = Mails.One("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: Quoted-Printable\n\n"
            + "@@ -1,2 +1,2 @@ static int f(const struct device=\n *d)\n-\ta =3D 1;=20=\n\n+\ta =3D=\t\n 2; /* J=FCrgen =zz */\n");
        Assert.Equal("@@ -1,2 +1,2 @@ static int f(const struct device *d)\n-\ta = 1; \n+\ta = 2; /* Jürgen =zz */\n", message.Body);
    }

    [Theory]
    [InlineData("SGVsbG8=\n")]
    [InlineData("SGVs*bG8\n")]
    [InlineData("SGV\r\nsbG8=\n-- junk")]
    public void Base64_with_junk(string body) =>
        Assert.StartsWith("Hello", Mails.One($"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n{body}").Body, StringComparison.Ordinal);

    [Fact]
    public void Flowed_text_is_marked_and_not_unflowed()
    {
        var message = Mails.One("Content-Type: text/plain; format=flowed; DelSp=yes\n\none \ntwo\n");
        Assert.Equal((true, true, "one \ntwo\n"), (message.Flowed, message.DelSp, message.Body));
    }

    [Fact]
    public void Plain_wins_over_html_and_a_footer_never_over_either()
    {
        const string Html = "Content-Type: text/html\n\n<p>Bold</p>\n";
        const string Plain = "Content-Type: text/plain\n\nPlain\n";
        const string Footer = "Content-Type: text/plain\n\nlist footer\n";
        var alternative = Multipart("alternative", "i", Html, Plain);
        Assert.Equal("Plain\n", Mails.One(Multipart("mixed", "o", alternative, Footer)).Body);
        Assert.Equal("Bold\n", Mails.One(Multipart("mixed", "o", Html, Footer)).Body);
        Assert.Equal(["text/html", "text/plain", "text/plain"], Mails.One(Multipart("mixed", "o", alternative, Footer)).Parts.Select(part => part.Type));
    }

    [Fact]
    public void Html_becomes_text_with_its_quotes()
    {
        var message = Mails.One("Content-Type: text/html; charset=utf-8\n\n<html><head><style>p{}</style></head><body><div>On Monday Bo wrote:<br></div>"
            + "<blockquote><div>Why  is\nthis <b>needed</b>?</div><blockquote>Older</blockquote></blockquote><p>See <a href=\"https://example.org/x\">here</a>.</p>"
            + "<pre>-\ta;\n+\tb;</pre><ul><li>one<li>two</ul></body></html>");
        Assert.Equal("On Monday Bo wrote:\n> Why is this needed?\n>> Older\n\nSee here <https://example.org/x>.\n\n-\ta;\n+\tb;\n\n* one\n* two\n", message.Body);
    }

    [Fact]
    public void A_forwarded_message_is_read_but_is_not_the_body()
    {
        var message = Mails.One(Multipart("mixed", "o", "\nsee below\n", "Content-Type: message/rfc822\n\nSubject: old\nContent-Type: text/plain\n\nold text\n"));
        Assert.Equal("see below\n", message.Body);
        Assert.Equal([false, true], message.Parts.Select(part => part.Forwarded));
        Assert.Equal("old text\n", message.Parts[1].Text);
    }

    [Theory]
    [InlineData("application/octet-stream; name=\"0001; fix.patch\"", "0001; fix.patch")]
    [InlineData("text/x-patch; name*=utf-8''f%C3%BCr.patch", "für.patch")]
    [InlineData("application/octet-stream; name*0=\"a\"; name*1*=%2e; name*2=diff", "a.diff")]
    [InlineData("text/x-diff; name=\"=?utf-8?q?f=C3=BCr.diff?=\"", "für.diff")]
    public void Attached_patches_are_text(string type, string name)
    {
        var part = Mails.One(Multipart("mixed", "o", "\nsee\n", $"Content-Type: {type}\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nLS0tIGEK\n")).Parts[1];
        Assert.Equal((name, "--- a\n", 6L), (part.FileName, part.Text, part.Bytes));
    }

    [Fact]
    public void Broken_multiparts_lose_nothing()
    {
        Assert.Equal("one", Mails.One("Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n\ntwo").Body);
        Assert.Equal("--x\n\none\n", Mails.One("Content-Type: multipart/mixed; boundary=b\n\n--x\n\none\n").Body);
        Assert.Equal("one", Mails.One("Content-Type: multipart/mixed\n\n--guess\n\none\n--guess--\n").Body);
        Assert.Equal("line one\nline two", Mails.One("Content-Type: multipart/mixed; boundary=b\n\n--b\nline one\nline two\n--b--\n").Body);
    }

    [Fact]
    public void A_multipart_that_says_base64_and_is_not_coded_is_read_as_it_is()
    {
        const string Inner = "Content-Type: multipart/alternative; boundary=i\nContent-Transfer-Encoding: base64\n\n";
        const string Parts = "--i\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSGVsbG8=\n--i--\n";
        Assert.Equal("Hello", Mails.One(Inner + Parts).Body);
        Assert.Equal("Hello", Mails.One(Multipart("mixed", "o", Inner + Parts)).Body);
        Assert.Equal("Hello", Mails.One(Inner + Convert.ToBase64String(Encoding.ASCII.GetBytes(Parts))).Body);
    }

    [Fact]
    public void A_part_without_header_keeps_a_first_line_that_looks_like_a_field() =>
        Assert.Equal("\nNote: this\n\nand that", Mails.One("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n\nNote: this\n\nand that\n--b--\n").Body);

    [Fact]
    public void Bytes_stay_reachable()
    {
        var bytes = Encoding.Latin1.GetBytes("Subject: \u00FF\r\n\r\n\0\u0080\r\n");
        Assert.Equal(bytes, Mails.Read(bytes).Messages[0].Raw.ToArray());
    }

    private static string Multipart(string kind, string boundary, params string[] parts) =>
        $"Content-Type: multipart/{kind}; boundary={boundary}\n\npreamble\n" + string.Concat(parts.Select(part => $"--{boundary}\n{part}\n")) + $"--{boundary}--\nepilogue\n";
}
