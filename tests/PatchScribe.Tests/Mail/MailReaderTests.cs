using System.Text;
using PatchScribe.Mail;

namespace PatchScribe.Tests.Mail;

public class MailReaderTests
{
    [Fact]
    public void Sentence_that_begins_with_From_stays_body_and_mboxrd_quoting_is_undone()
    {
        var reading = Read("From a Mon Jan  5 10:00:00 2026\nMessage-ID: <1@x>\n\none\n\nFrom hell\n>From b\n\n"
            + "From c Mon Jan  5 11:00:00 2026\nMessage-ID: <2@x>\n\ntwo\n");
        Assert.Equal(["1@x", "2@x"], reading.Messages.Select(m => m.MessageId), StringComparer.Ordinal);
        Assert.Equal("one\n\nFrom hell\nFrom b\n", reading.Messages[0].Body);
    }

    [Fact]
    public void Character_split_over_two_glued_encoded_words_is_whole()
    {
        var message = Assert.Single(Read("Subject: =?utf-8?q?J=C3?==?utf-8?q?=BCrgen?= x\n\nb\n").Messages);
        Assert.Equal("Jürgen x", message.Subject);
        Assert.True(message.Synthetic);
    }

    [Fact]
    public void Attached_patch_in_base64_is_text_of_a_part_and_the_date_is_utc()
    {
        var message = Assert.Single(Read("From: \"Roe, Jo\" <jo@example.org>\nDate: Mon, 5 Jan 2026 10:00:00 +0200\n"
            + "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\n\nsee\n--b\nContent-Type: application/octet-stream; name=a.patch\n"
            + "Content-Transfer-Encoding: base64\n\nLS0tIGEK\n--b--\n").Messages);
        Assert.Equal(new MailAddress("Roe, Jo", "jo@example.org"), message.From);
        Assert.Equal(["see", "--- a\n"], message.Parts.Select(p => p.Text), StringComparer.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), message.Date);
    }

    private static MailReading Read(string text) => MailReader.ReadAll(new MemoryStream(Encoding.UTF8.GetBytes(text)), "-");
}
