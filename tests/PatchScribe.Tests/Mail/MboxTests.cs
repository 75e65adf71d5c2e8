using System.IO.Compression;
using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Rendering;

namespace PatchScribe.Tests.Mail;

public class MboxTests
{
    private const string Envelope = "From ines@example.org Mon May 11 09:00:00 2026\n";
    private static readonly string Two = $"{Envelope}{Mails.Simple(1)}\n{Envelope}{Mails.Simple(2)}\n";

    [Fact]
    public void Line_ends_compression_and_a_missing_first_envelope_change_nothing()
    {
        string[] expected = ["1@example.org", "2@example.org"];
        var plain = Encoding.UTF8.GetBytes(Two);
        foreach (var bytes in new[] { plain, Encoding.UTF8.GetBytes(Two.ReplaceLineEndings("\r\n")), Gzip(plain), plain[Envelope.Length..], [0xEF, 0xBB, 0xBF, .. plain] })
        {
            var reading = Mails.Read(bytes);
            Assert.Equal(expected, Mails.Ids(reading));
            Assert.All(reading.Messages, message => Assert.Equal("Hello.\n", message.Body));
        }
    }

    [Theory]
    [InlineData("From hell it came.\n")]
    [InlineData("From 9:30 to 10 we meet.\n")]
    [InlineData("From March 2024 on, the driver\nhas it.\n")]
    public void A_sentence_stays_body(string sentence)
    {
        var reading = Mails.Read($"{Envelope}{Mails.Simple(1, $"One.\n\n{sentence}")}\n{Envelope}{Mails.Simple(2)}");
        Assert.Equal(["1@example.org", "2@example.org"], Mails.Ids(reading));
        Assert.Equal($"One.\n\n{sentence}", reading.Messages[0].Body);
    }

    [Fact]
    public void Every_depth_of_quoting_loses_one_mark()
    {
        var reading = Mails.Read($"{Envelope}{Mails.Simple(1, ">From a\n>>From b\n> From c\n>Fromage\n")}");
        Assert.Equal("From a\n>From b\n> From c\n>Fromage\n", reading.Messages[0].Body);
    }

    [Fact]
    public void Content_length_keeps_an_unquoted_envelope_in_the_body()
    {
        var body = $"One.\n\n{Envelope}Subject: quoted\n\n>From stays\n";
        string Mail(int n) => Envelope + Mails.Simple(n, "").TrimEnd('\n') + $"\nContent-Length: {body.Length}\n\n{body}\n";
        var reading = Mails.Read(Mail(1) + Mail(2));
        Assert.Equal(["1@example.org", "2@example.org"], Mails.Ids(reading));
        Assert.All(reading.Messages, message => Assert.Equal(body, message.Body));
    }

    [Fact]
    public void A_wrong_content_length_does_not_swallow_the_neighbour()
    {
        var second = $"{Envelope}{Mails.Simple(2)}";
        var reading = Mails.Read($"{Envelope}Content-Length: 999\n{Mails.Simple(1)}\n{second}");
        Assert.Equal(["1@example.org", "2@example.org"], Mails.Ids(reading));
    }

    [Fact]
    public void A_message_with_a_patch_in_it_is_one_message()
    {
        var body = "See below.\n\nFrom 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\nFrom: Bo <bo@example.org>\nSubject: [PATCH] x\n\n---\n";
        Assert.Equal(body, Assert.Single(Mails.Read(Mails.Simple(1, body)).Messages).Body);
    }

    [Fact]
    public void Lines_are_those_of_the_file()
    {
        var reading = Mails.Read(Two);
        Assert.Equal([2, 10], reading.Messages.Select(message => message.SourceLine!.Value));
        Assert.Equal([7, 15], reading.Messages.Select(message => message.BodyLine!.Value));
    }

    [Fact]
    public void A_cut_gzip_file_gives_what_came_before_the_cut()
    {
        var random = new Random(3);
        var noise = string.Concat(Enumerable.Range(0, 200_000).Select(_ => (char)random.Next('a', 'z')));
        var packed = Gzip(Encoding.UTF8.GetBytes($"{Two}{Envelope}{Mails.Simple(3, noise + "\n")}"));
        var reading = Mails.Read(packed[..(packed.Length / 2)]);
        Assert.Equal(["1@example.org", "2@example.org", "3@example.org"], Mails.Ids(reading));
        Assert.Throws<InputException>(() => Mails.Read(packed[..12]));
    }

    [Theory]
    [InlineData("a\n")]
    [InlineData("a")]
    [InlineData("a\n\n")]
    [InlineData("a\r\n")]
    [InlineData("a\n\r")]
    [InlineData("a\r\n\r\n")]
    [InlineData(">From x\nFrom y Mon May 11 09:00:00 2026\n\nFrom z Mon May 11 09:00:00 2026\nSubject: z\n")]
    [InlineData("")]
    public void What_is_written_as_mbox_reads_again_byte_for_byte(string body)
    {
        var mails = new[] { Mails.Simple(1, body), Mails.Simple(2), "Subject: no id\n\n" + body, Mails.Simple(4, body) };
        using var mbox = new MemoryStream();
        var writer = new MessagesMboxWriter(mbox);
        foreach (var mail in mails)
        {
            writer.Write(PatchScribe.Mail.MessageReader.Read(Encoding.UTF8.GetBytes(mail), null, null));
        }

        writer.End();

        Assert.Equal(mails, Mails.Read(mbox.ToArray()).Messages.Select(message => Encoding.UTF8.GetString(message.Raw.Span)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n")]
    [InlineData("<!DOCTYPE html>\n<html><body>wrote:</body></html>\n")]
    [InlineData("\0\u0001\u0002\u0003binary")]
    [InlineData("int main(void)\n{\n\treturn 0;\n}\n")]
    public void What_is_no_mail_is_said_in_one_line(string text)
    {
        var mistake = Assert.Throws<InputException>(() => Mails.Read(text));
        Assert.DoesNotContain('\n', mistake.Message);
    }

    [Fact]
    public void A_pasted_discussion_and_a_bare_diff_are_pages()
    {
        Assert.True(Assert.Single(Mails.Read("On Monday Bo Lind wrote:\nplease say why.\n").Messages).Pasted);
        Assert.True(Assert.Single(Mails.Read("diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n").Messages).Pasted);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
