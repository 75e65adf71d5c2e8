using System.Text;
using PatchScribe.Mail;

namespace PatchScribe.Tests.Mail;

/// <summary>Short ways to write mails and to read them back.</summary>
internal static class Mails
{
    /// <summary>Reads text as UTF-8 bytes.</summary>
    public static MailReading Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static MailReading Read(byte[] bytes) => MailReader.ReadAll(new MemoryStream(bytes), "test");

    /// <summary>Reads one message; characters above U+007F stand for single bytes.</summary>
    public static MailMessage One(string text) => Assert.Single(Read(Encoding.Latin1.GetBytes(text)).Messages);

    /// <summary>A message with one header field of interest.</summary>
    public static MailMessage With(string field) => One($"{field}\nMessage-ID: <1@example.org>\n\nbody\n");

    public static string Simple(int n, string body = "Hello.\n") =>
        $"From: Ines Marlow <ines@example.org>\nSubject: mail {n}\nMessage-ID: <{n}@example.org>\nDate: Mon, 11 May 2026 09:00:00 +0000\n\n{body}";

    public static IEnumerable<string> Ids(MailReading reading) => reading.Messages.Select(message => message.MessageId);
}
