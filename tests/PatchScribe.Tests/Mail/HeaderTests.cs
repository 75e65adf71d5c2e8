using PatchScribe.Mail;

namespace PatchScribe.Tests.Mail;

public class HeaderTests
{
    [Theory]
    [InlineData("a =?utf-8?q?b?= c", "a b c")]
    [InlineData("=?utf-8?q?J=C3?= =?utf-8?q?=BCrgen?=", "Jürgen")]
    [InlineData("=?utf-8?q?J=C3?==?utf-8?q?=BCrgen?=", "Jürgen")]
    [InlineData("=?UTF-8?B?SsO8cmdlbg?=", "Jürgen")]
    [InlineData("=?iso-8859-1*de?Q?J=FCrgen_x?=", "Jürgen x")]
    [InlineData("=?utf-8?q?a?=\n =?utf-8?q?b?=", "ab")]
    [InlineData("=?utf-8?q?a?=\n\tb", "a b")]
    [InlineData("=?gb2312?B?u9i4tDo=?= x", "回复: x")]
    [InlineData("=?nonsense?q?J=C3=BCrgen?=", "Jürgen")]
    [InlineData("=?utf-8?q?no end", "=?utf-8?q?no end")]
    [InlineData("=?utf-8?q?a=0Ab?=", "a b")]
    [InlineData("J\u00C3\u00BCrgen", "Jürgen")]
    [InlineData("J\u00FCrgen", "Jürgen")]
    [InlineData("one,\n  two", "one,  two")]
    public void Subject(string raw, string expected) => Assert.Equal(expected, Mails.With($"Subject: {raw}").Subject);

    [Theory]
    [InlineData("Bo Lind <bo@example.org>", "Bo Lind|bo@example.org")]
    [InlineData("\"Lind, Bo\" <bo@example.org>, ann@example.org", "Lind, Bo|bo@example.org;|ann@example.org")]
    [InlineData("bo@example.org (Bo (the) Lind)", "Bo (the) Lind|bo@example.org")]
    [InlineData("team: Bo <bo@example.org>, Ann <ann@example.org>; eve@example.org", "Bo|bo@example.org;Ann|ann@example.org;|eve@example.org")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("\"=?utf-8?q?J=C3=BCrgen?=\" <j@example.org>", "Jürgen|j@example.org")]
    [InlineData("=?utf-8?q?Lind=2C_Bo?= <bo@example.org>", "Lind, Bo|bo@example.org")]
    [InlineData("\"Bo \\\"B\\\" Lind\" <bo@example.org>", "Bo \"B\" Lind|bo@example.org")]
    [InlineData("\"Bo Lind <bo@example.org>, Ann <ann@example.org>", "Bo Lind|bo@example.org;Ann|ann@example.org")]
    [InlineData("<mailto:bo@example.org>", "|bo@example.org")]
    [InlineData("Bo Lind <bo@example.org, Ann <ann@example.org>", "Bo Lind|bo@example.org;Ann|ann@example.org")]
    [InlineData("bo@[IPv6:::1]", "|bo@[IPv6:::1]")]
    public void Addresses(string raw, string expected) =>
        Assert.Equal(expected, string.Join(';', Mails.With($"Cc: {raw}").Cc.Select(one => $"{one.Name}|{one.Email}")));

    [Theory]
    [InlineData("Mon, 11 May 2026 09:00:00 +0200 (CEST)")]
    [InlineData("11 May 2026 07:00:00 GMT")]
    [InlineData("Mon, 11 May 26 07:00 UT")]
    [InlineData("Mon May 11 07:00:00 2026")]
    [InlineData("Mon May 11 03:00:00 EDT 2026")]
    [InlineData("11-May-2026 07:00:00 -0000")]
    [InlineData("2026-05-11T09:00:00+02:00")]
    [InlineData("2026-05-11 07:00:00Z")]
    [InlineData("Mon,11 May 2026 09:00:00 GMT+0200")]
    [InlineData("Monday, May 11, 2026 7:00 AM")]
    [InlineData("Mon, 11 May 2026 07:00:00")]
    [InlineData("Mon, 11 May 2026 23:00:00 +1600")]
    [InlineData("Mon, 11 May 2026 07:00:00.123 UTC")]
    public void Dates(string raw) =>
        Assert.Equal(new DateTimeOffset(2026, 5, 11, 7, 0, 0, TimeSpan.Zero), Mails.With($"Date: {raw}").Date);

    [Theory]
    [InlineData("soon")]
    [InlineData("Mon, 32 May 2026 07:00:00 +0000")]
    [InlineData("Mon, 11 May 2026 27:00:00 +0000")]
    [InlineData("")]
    public void A_date_that_is_none_gives_way_to_the_newest_trace(string raw)
    {
        var message = Mails.One($"Received: from b by c; Tue, 12 May 2026 10:00:00 +0000\nReceived: from a by b; Mon, 11 May 2026 10:00:00 +0000\nDate: {raw}\n\nx\n");
        Assert.Equal(new DateTimeOffset(2026, 5, 12, 10, 0, 0, TimeSpan.Zero), message.Date);
        Assert.Null(Mails.With($"Date: {raw}").Date);
    }

    [Theory]
    [InlineData("<a@x> <b@x> <a@x>", "a@x b@x")]
    [InlineData("<a@x>(was: b)\n\t<c\n @x>", "a@x c@x")]
    [InlineData("Your message of \"Mon, 11 May 2026\" <bar@baz>", "bar@baz")]
    [InlineData("a@x b@x", "a@x b@x")]
    [InlineData("a@x>", "a@x")]
    [InlineData("no ids here", "")]
    [InlineData("<ann@example.org, bo@example.org>", "")]
    [InlineData("<a.@x.>", "a.@x.")]
    public void References(string raw, string expected) => Assert.Equal(expected, string.Join(' ', Mails.With($"References: {raw}").References));

    [Theory]
    [InlineData("<x@y> (comment)", "x@y")]
    [InlineData("0123-4567", "0123-4567")]
    public void Own_id(string raw, string expected)
    {
        var message = Mails.One($"Message-ID: {raw}\n\nx\n");
        Assert.Equal(expected, message.MessageId);
        Assert.False(message.Synthetic);
    }

    [Fact]
    public void A_munged_sender_is_undone()
    {
        var message = Mails.With("From: Bo Lind via devel <devel@lists.example.org>\nReply-To: Bo Lind <bo@example.org>");
        Assert.Equal(new MailAddress("Bo Lind", "bo@example.org"), message.Author);
        Assert.Equal("devel@lists.example.org", message.From.Email);
    }

    [Fact]
    public void A_missing_empty_line_loses_no_line()
    {
        Assert.Equal("Hello all,\nthis: is body\n", Mails.One("Subject: x\nHello all,\nthis: is body\n").Body);
        var junk = Mails.One("Subject: x\njunk here\nMessage-ID: <1@x>\n\nbody\n");
        Assert.Equal(("1@x", "body\n"), (junk.MessageId, junk.Body));
    }

    [Fact]
    public void All_fields_are_there_in_order()
    {
        var message = Mails.One("X-One: a\nSubject: =?utf-8?q?=C3=BC?=\nx-two : b\n c\n\n");
        Assert.Equal(["X-One=a", "Subject=ü", "x-two=b c"], message.Headers.Select(field => $"{field.Name}={field.Value}"));
    }
}
