using System.Security.Cryptography;
using System.Text;
using PatchScribe.Mail.Decoding;

namespace PatchScribe.Mail;

/// <summary>
/// Reads text that was pasted from a web archive: no header fields, quote marks possibly lost. It becomes one message
/// whose sender is not known; its lines keep their numbers.
/// </summary>
internal static class PastedPageReader
{
    private static readonly string[] Fields = ["From", "To", "Cc", "Subject", "Date", "Message-ID", "Received", "MIME-Version", "Return-Path", "Content-Type", "In-Reply-To", "References", "X-Mailer", "Delivered-To", "Sender", "Reply-To", "List-Id", "DKIM-Signature"];

    /// <summary>True when the bytes start with neither an mbox envelope nor a mail's header fields.</summary>
    public static bool IsPasted(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.TrimStart(" \t\r\n"u8);
        var end = start.IndexOf((byte)'\n');
        var line = Encoding.Latin1.GetString(end < 0 ? start : start[..end]);
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (line.StartsWith("From ", StringComparison.Ordinal) || line.StartsWith(">From ", StringComparison.Ordinal))
        {
            return false;
        }

        var name = colon > 0 ? line[..colon] : "";
        return name.Length == 0 || !(Array.Exists(Fields, field => field.Equals(name, StringComparison.OrdinalIgnoreCase))
            || (name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && HasKnownField(bytes)));
    }

    public static MailMessage Read(byte[] bytes, string source)
    {
        var text = CharsetDecoder.Decode(bytes, null).Replace("\r\n", "\n", StringComparison.Ordinal);
        return new MailMessage
        {
            MessageId = $"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}@patchscribe.invalid",
            Synthetic = true,
            From = new MailAddress("unknown", ""),
            Author = new MailAddress("unknown", ""),
            Subject = "",
            Body = text,
            Pasted = true,
            Parts = [new MailPart("text/plain", null, null, bytes.Length, text)],
            Source = source,
            SourceLine = 1,
            BodyLine = 1,
            Raw = bytes,
        };
    }

    private static bool HasKnownField(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 64 * 1024)]).Split('\n').TakeWhile(line => line.Trim().Length > 0);
        return head.Any(line => Array.Exists(Fields, field => line.StartsWith(field + ":", StringComparison.OrdinalIgnoreCase)));
    }
}
