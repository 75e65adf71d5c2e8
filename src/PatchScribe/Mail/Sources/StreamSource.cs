using PatchScribe.Diagnostics;

namespace PatchScribe.Mail.Sources;

/// <summary>Reads one stream: an mbox or one message, plain or gzip, or a pasted page; what it is, its bytes say.</summary>
internal static class StreamSource
{
    /// <summary>
    /// The messages; an <see cref="InputException"/> for a stream that holds none. Pages are read only when
    /// <paramref name="takesPages"/>.
    /// </summary>
    public static IEnumerable<RawMail> Read(Stream stream, string name, bool takesPages)
    {
        var window = new ByteWindow(stream);
        window.Fill(2);
        CompressedStream? compressed = null;
        if (window.Span.StartsWith(new byte[] { 0x1F, 0x8B }))
        {
            compressed = new CompressedStream(new PrefixedStream(window.Span.ToArray(), stream));
            window = new ByteWindow(compressed);
        }

        window.Fill(SourceSniffer.HeadBytes);
        if (window.Span.StartsWith("\uFEFF"u8))
        {
            window.Advance(3);
        }

        var any = false;
        foreach (var mail in Read(window, name, takesPages))
        {
            any = true;
            yield return mail;
        }

        if (window.Damage is not null)
        {
            yield return any ? RawMail.Skip(DiagnosticIds.MailGzipDamaged, "damaged gzip file; what came before the damage was read", name)
                : throw new InputException($"{name} is a damaged gzip file", "unpack it with gzip to see what can be saved", window.Damage);
        }

        if (compressed is { Stopped: true })
        {
            yield return RawMail.Skip(DiagnosticIds.MailGzipBomb, $"the gzip file grows to more than {MailLimits.GzipRatio} times its size; reading stopped", name);
        }
    }

    private static IEnumerable<RawMail> Read(ByteWindow window, string name, bool takesPages)
    {
        var kind = SourceSniffer.Kind(window.Span);
        if (kind == SourceKind.Mail)
        {
            return new MboxReader(window, name).Read();
        }

        if (kind == SourceKind.Text && takesPages && !window.Fill(MailLimits.MessageBytes) && PastedPageReader.IsPasted(PastedPageReader.Text(window.Span)))
        {
            return [new RawMail(window.Span.ToArray(), name, 1) { Pasted = true }];
        }

        return window.Damage is not null ? [] : throw NoMail(kind, name);
    }

    private static InputException NoMail(SourceKind kind, string name) => kind switch
    {
        SourceKind.Empty => new InputException($"{name} is empty", "give an mbox or a message with its headers"),
        SourceKind.Html => new InputException($"{name} is a web page, not mail", "download the thread as an mbox (public-inbox: t.mbox.gz), or paste its text into a file"),
        SourceKind.Binary => new InputException($"{name} is binary data, not mail", "give an mbox, a message, a Maildir or a public-inbox"),
        _ => new InputException($"{name} holds no mail: it has no header fields", "give an mbox or a message with its headers, or the text of a review thread"),
    };
}
