using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Mail.Fields;
using PatchScribe.Mail.Parts;

namespace PatchScribe.Mail.Sources;

/// <summary>
/// Splits a stream into messages: mboxrd, mboxo, mboxcl and mboxcl2, with or without a From_ line in front; a stream
/// without any From_ line is one message. A From_ line counts after an empty line, or when header fields follow it.
/// No more than one message is held. <paramref name="name"/> is what messages to the user call the stream.
/// </summary>
internal sealed class MboxReader(ByteWindow window, string name)
{
    private readonly ContentLengths lengths = new();
    private int line = 1;
    private bool first = true;
    private byte[]? closing;
    private int searched;

    /// <summary>The messages in order, each with the 1-based line of its first header.</summary>
    public IEnumerable<RawMail> Read()
    {
        while (window.Fill(1))
        {
            yield return ReadOne();
        }
    }

    private RawMail ReadOne()
    {
        var (envelope, crlf) = ReadEnvelope();
        var bare = first && envelope == 0;
        first = false;
        Advance(envelope);
        var (found, at) = (line, 0L);
        var counted = bare ? -1 : lengths.Find(window);
        var length = counted >= 0 ? counted : FindEnd(bare, ref at);
        if (at > 0 || length > MailLimits.MessageBytes)
        {
            Advance(length);
            return RawMail.Skip(DiagnosticIds.MailTooLarge, $"message of {at + length} bytes skipped, the limit is {MailLimits.MessageBytes}", name, found);
        }

        var text = window.Span[..length];
        var alone = bare && window.Ended && length == window.Span.Length;
        var bytes = alone ? text.ToArray() : MboxQuoting.Undo(counted >= 0 ? text : WithoutSeparator(text, crlf), isVerbatim: counted >= 0 && ContentLengths.IsVerbatim(text));
        Advance(length + (counted >= 0 ? LineBreaks(window.Span[length..]) : 0));
        return new RawMail(bytes, name, found);
    }

    /// <summary>Length of the From_ line in front, and whether it ends in CRLF.</summary>
    private (int Length, bool Crlf) ReadEnvelope()
    {
        var text = Line(0);
        return FromLine.Is(text) ? (text.Length, text.EndsWith("\r\n"u8)) : (0, false);
    }

    /// <summary>Length of the message up to the next From_ line; bytes past the limit are given up and counted in <paramref name="givenUp"/>.</summary>
    private int FindEnd(bool bare, ref long givenUp)
    {
        var at = 0;
        while (true)
        {
            var found = window.Span[at..].IndexOf("\nFrom "u8);
            if (found >= 0)
            {
                at += found + 1;
                if (IsSeparator(at, bare))
                {
                    return at;
                }

                continue;
            }

            at = Math.Max(at, window.Span.Length - "\nFrom".Length);
            if (!window.Grow())
            {
                return window.Span.Length;
            }

            if (at > MailLimits.MessageBytes)
            {
                var gone = at - 8;
                givenUp += gone;
                Advance(gone);
                at -= gone;
            }
        }
    }

    private bool IsSeparator(int at, bool bare)
    {
        var text = Line(at);
        if (!FromLine.Is(text))
        {
            return false;
        }

        var before = window.Span[..at];
        var afterEmpty = before.EndsWith("\n\n"u8) || before.EndsWith("\n\r\n"u8) || at == 1;
        if (afterEmpty && !bare)
        {
            return true;
        }

        // Looking at the next line may move the window, so all is taken from this one first.
        var (isOfPatch, isOwn) = (FromLine.IsOfPatch(text), FromLine.IsOwn(text));
        var beforeFields = HeaderScanner.NameLength(Line(at + text.Length)) > 0 && !isOfPatch;
        return bare ? afterEmpty && beforeFields && !IsInsideMultipart(window.Span[..at]) : beforeFields || isOwn;
    }

    /// <summary>True while the delimiter that ends a multipart message has not been seen: a mailbox in it is its own.</summary>
    private bool IsInsideMultipart(ReadOnlySpan<byte> message)
    {
        closing ??= ClosingMark(message);
        if (closing.Length == 0)
        {
            return false;
        }

        var seen = message[Math.Min(searched, message.Length)..].IndexOf(closing) >= 0;
        searched = Math.Max(0, message.Length - closing.Length);
        closing = seen ? [] : closing;
        return !seen;
    }

    private static byte[] ClosingMark(ReadOnlySpan<byte> message)
    {
        var header = EntityHeader.Read(message, inDigest: false, isMessage: true);
        return header.Type.StartsWith("multipart/", StringComparison.Ordinal) && header.Content["boundary"] is { Length: > 0 } boundary
            ? Encoding.UTF8.GetBytes($"\n--{boundary}--")
            : [];
    }

    /// <summary>The line at an offset, as far as the stream and <see cref="MailLimits.HeaderFieldBytes"/> go.</summary>
    private ReadOnlySpan<byte> Line(int at)
    {
        while (true)
        {
            var rest = window.Span[Math.Min(at, window.Span.Length)..];
            var end = rest.IndexOf((byte)'\n');
            if (end >= 0 || rest.Length > MailLimits.HeaderFieldBytes || !window.Grow())
            {
                return end < 0 ? rest : rest[..(end + 1)];
            }
        }
    }

    /// <summary>Without the empty line, or else the line break, that an mbox puts before a From_ line.</summary>
    private ReadOnlySpan<byte> WithoutSeparator(ReadOnlySpan<byte> text, bool crlf)
    {
        var atEnd = window.Ended && text.Length == window.Span.Length;
        return crlf && text.EndsWith("\n\r\n"u8) ? text[..^2]
            : text.EndsWith("\n\n"u8) || (!atEnd && !crlf && text.EndsWith("\n"u8)) ? text[..^1]
            : text;
    }

    private static int LineBreaks(ReadOnlySpan<byte> rest) => rest.Length - rest.TrimStart("\r\n"u8).Length;

    private void Advance(int length)
    {
        line += window.Span[..length].Count((byte)'\n');
        window.Advance(length);
    }
}
