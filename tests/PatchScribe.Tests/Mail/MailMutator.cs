namespace PatchScribe.Tests.Mail;

/// <summary>Makes broken mails of good ones: truncates, flips, splices, repeats lines, nests, inserts awkward tokens.</summary>
internal sealed class MailMutator(Random random, IReadOnlyList<byte[]> samples)
{
    private static readonly byte[][] Tokens =
    [
        [0], [0xFF], [0xC3], "\r"u8.ToArray(), "\n\n"u8.ToArray(), "\n--b\n"u8.ToArray(), "\n--b--\n"u8.ToArray(), "=?utf-8?b?"u8.ToArray(), "?="u8.ToArray(),
        "\nFrom "u8.ToArray(), ">From "u8.ToArray(), "\n\t"u8.ToArray(), "\""u8.ToArray(), "(((("u8.ToArray(), "<"u8.ToArray(), "=\n"u8.ToArray(), "\e(B"u8.ToArray(),
        "\nContent-Length: 99999999999\n"u8.ToArray(), "\nContent-Type: multipart/mixed; boundary=\"\"\n"u8.ToArray(), "\nContent-Type: message/rfc822\n\n"u8.ToArray(),
        "\nContent-Type: text/html; charset=utf-7\n"u8.ToArray(), "\nContent-Transfer-Encoding: base64\n"u8.ToArray(), "<blockquote><table>"u8.ToArray(), "name*0*=x''%"u8.ToArray(),
    ];

    /// <summary>The next mutant: a sample after one to six changes.</summary>
    public byte[] Next()
    {
        var mail = Pick();
        for (var changes = random.Next(1, 7); changes > 0; changes--)
        {
            mail = Change(mail);
        }

        return mail;
    }

    private byte[] Pick() => samples[random.Next(samples.Count)];

    private byte[] Change(byte[] mail)
    {
        var at = random.Next(mail.Length + 1);
        switch (random.Next(7))
        {
            case 0:
                return mail[..at];
            case 1 when mail.Length > 0:
                var flipped = mail.ToArray();
                flipped[random.Next(mail.Length)] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 2:
                var other = Pick();
                return [.. mail.AsSpan(0, at), .. other.AsSpan(random.Next(other.Length))];
            case 3:
                return RepeatLine(mail, at);
            case 4:
                return [.. "Content-Type: multipart/mixed; boundary=b\n\n--b\n"u8, .. mail, .. "\n--b--\n"u8];
            case 5:
                return [.. "Subject: nested\nContent-Type: message/rfc822\n\n"u8, .. mail];
            default:
                return [.. mail.AsSpan(0, at), .. Tokens[random.Next(Tokens.Length)], .. mail.AsSpan(at)];
        }
    }

    private byte[] RepeatLine(byte[] mail, int at)
    {
        var start = mail.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
        var end = mail.AsSpan(at).IndexOf((byte)'\n');
        var line = mail[start..(end < 0 ? mail.Length : at + end + 1)];
        var times = random.Next(1, 50);
        return line.Length * times > 1 << 16 ? mail : [.. mail.AsSpan(0, start), .. Enumerable.Repeat(line, times).SelectMany(one => one), .. mail.AsSpan(start)];
    }
}
