using System.Text;
using PatchScribe.Mail.Fields;

namespace PatchScribe.Mail.Sources;

/// <summary>What a stream holds, told from its beginning.</summary>
internal enum SourceKind
{
    /// <summary>Messages: it starts with a From_ line or header fields.</summary>
    Mail,

    /// <summary>Text without header fields: perhaps a page pasted from a web archive, or a bare diff.</summary>
    Text,

    /// <summary>A saved web page.</summary>
    Html,

    /// <summary>Neither mail nor text.</summary>
    Binary,

    /// <summary>White space at most.</summary>
    Empty,
}

/// <summary>Tells what a stream holds by its first bytes, never by its name.</summary>
internal static class SourceSniffer
{
    /// <summary>How many bytes are looked at.</summary>
    public const int HeadBytes = 64 * 1024;

    private static readonly string[] Fields =
    [
        "From", "To", "Cc", "Subject", "Date", "Message-ID", "Received", "MIME-Version", "Return-Path", "Content-Type", "In-Reply-To",
        "References", "X-Mailer", "Delivered-To", "Sender", "Reply-To", "List-Id", "DKIM-Signature",
    ];

    /// <summary>The kind of a stream that begins with these bytes.</summary>
    public static SourceKind Kind(ReadOnlySpan<byte> head)
    {
        var start = head.TrimStart(" \t\r\n"u8);
        if (start.IsEmpty)
        {
            return SourceKind.Empty;
        }

        if (IsMail(start))
        {
            return SourceKind.Mail;
        }

        var probe = start[..Math.Min(start.Length, HeadBytes)];
        return probe.Contains((byte)0) ? SourceKind.Binary
            : StartsWithTag(probe) ? SourceKind.Html
            : IsMostlyText(probe) ? SourceKind.Text
            : SourceKind.Binary;
    }

    private static bool IsMail(ReadOnlySpan<byte> start)
    {
        var line = Line(start);
        if (FromLine.Is(line) || line.StartsWith(">From "u8) || (line.StartsWith("From "u8) && HasKnownField(start[line.Length..])))
        {
            return true;
        }

        var name = HeaderScanner.NameLength(line);
        return name > 0 && (IsKnown(line[..name]) || HasKnownField(start));
    }

    private static bool HasKnownField(ReadOnlySpan<byte> head)
    {
        while (!head.IsEmpty && head[0] is not ((byte)'\r' or (byte)'\n'))
        {
            var line = Line(head);
            if (HeaderScanner.NameLength(line) is > 0 and var name && IsKnown(line[..name]))
            {
                return true;
            }

            head = head[line.Length..];
        }

        return false;
    }

    private static bool IsKnown(ReadOnlySpan<byte> name)
    {
        foreach (var field in Fields)
        {
            if (Ascii.EqualsIgnoreCase(name, field))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWithTag(ReadOnlySpan<byte> text) =>
        text.Length > 2 && text[0] == '<' && (char.IsAsciiLetter((char)text[1]) || text[1] is (byte)'!' or (byte)'?');

    private static bool IsMostlyText(ReadOnlySpan<byte> text)
    {
        var strange = 0;
        foreach (var b in text)
        {
            strange += b is < 32 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B or (byte)'\b') ? 1 : 0;
        }

        return strange <= text.Length / 100;
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        return end < 0 ? text : text[..(end + 1)];
    }
}
