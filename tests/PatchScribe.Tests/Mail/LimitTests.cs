using System.IO.Compression;
using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;

namespace PatchScribe.Tests.Mail;

/// <summary>Each limit is said with its own diagnostic, and the mail behind the hostile one is read.</summary>
public class LimitTests
{
    private const string Envelope = "From x Mon May 11 09:00:00 2026\n";

    [Fact]
    public void Header_fields() => Holds(string.Concat(Enumerable.Repeat("X: y\n", MailLimits.HeaderFields + 1)) + "\nbody\n", DiagnosticIds.MailTooManyHeaders);

    [Fact]
    public void Header_length() => Holds("Subject: " + new string('a', MailLimits.HeaderFieldBytes + 1) + "\n\nbody\n", DiagnosticIds.MailHeaderTooLong);

    [Fact]
    public void Parts() => Holds(
        "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", MailLimits.Parts + 10)), DiagnosticIds.MailTooManyParts);

    [Fact]
    public void Nesting() => Holds(
        string.Concat(Enumerable.Range(0, MailLimits.NestingDepth + 10).Select(n => $"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n")), DiagnosticIds.MailNestedTooDeep);

    [Fact]
    public void Forwards() => Holds(string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\n\n", MailLimits.NestingDepth + 10)), DiagnosticIds.MailNestedTooDeep);

    [Fact]
    public void Html_depth() => Holds(
        "Content-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("<div><p>", MailLimits.HtmlDepth + 10)), DiagnosticIds.MailHtmlTooLarge);

    [Fact]
    public void Html_size() => Holds("Content-Type: text/html\n\n" + new string('a', MailLimits.HtmlBytes + 1), DiagnosticIds.MailHtmlTooLarge);

    [Fact]
    public void Message_size()
    {
        var reading = MailReader.ReadAll(new RepeatingStream(Envelope + "Subject: x\n\n", MailLimits.MessageBytes + 1000, $"\n\n{Envelope}{Mails.Simple(2)}"), "test");
        Assert.Equal(["2@example.org"], Mails.Ids(reading));
        Assert.Equal((1, 1), (reading.Read, reading.Skipped));
        Assert.Equal([DiagnosticIds.MailTooLarge], reading.Diagnostics.Select(one => one.Id));
    }

    [Fact]
    public void Gzip_bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.ASCII.GetBytes($"{Envelope}{Mails.Simple(1)}\n{Envelope}Subject: bomb\n\n"));
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 200; i++)
            {
                gzip.Write(zeros);
            }
        }

        packed.Position = 0;
        var reading = MailReader.ReadAll(packed, "test");
        Assert.Equal("1@example.org", reading.Messages[0].MessageId);
        Assert.Contains(reading.Diagnostics, one => one.Id == DiagnosticIds.MailGzipBomb);
    }

    [Fact]
    public void Text_of_all_parts()
    {
        var part = "--b\nContent-Type: text/plain\n\n" + new string('x', 1 << 20) + "\n";
        var diagnostics = new List<string>();
        var bytes = Encoding.ASCII.GetBytes("Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat(part, 65)));
        diagnostics.AddRange(MessageReader.Read(bytes, null, null).Diagnostics.Select(one => one.Id));
        Assert.Contains(DiagnosticIds.MailDecodedTooLarge, diagnostics);
    }

    private static void Holds(string mail, string id)
    {
        var reading = Mails.Read($"{Envelope}Message-ID: <1@example.org>\n{mail}\n\n{Envelope}{Mails.Simple(2)}");
        Assert.Equal(["1@example.org", "2@example.org"], Mails.Ids(reading));
        Assert.Equal([id], reading.Messages[0].Diagnostics.Select(one => one.Id));
        Assert.Empty(reading.Messages[1].Diagnostics);
    }

    /// <summary>A head, very many lines, a tail; never held whole.</summary>
    private sealed class RepeatingStream(string head, int middle, string tail) : MemoryStream
    {
        private readonly byte[] first = Encoding.ASCII.GetBytes(head);
        private readonly byte[] last = Encoding.ASCII.GetBytes(tail);
        private int at;

        public override int Read(Span<byte> buffer)
        {
            var read = 0;
            for (; read < buffer.Length && at < first.Length + middle + last.Length; read++, at++)
            {
                var inner = at - first.Length;
                buffer[read] = inner < 0 ? first[at] : inner < middle ? (byte)(inner % 64 == 0 ? '\n' : 'x') : last[inner - middle];
            }

            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }
}
