using System.Buffers.Text;
using System.Text;

namespace PatchScribe.Mail.Decoding;

/// <summary>Reads UTF-7 (RFC 2152), which .NET no longer does: <c>+</c> starts UTF-16BE in base64, <c>-</c> ends it.</summary>
internal static class Utf7
{
    /// <summary>The text; a run that is no base64 becomes U+FFFD, 8-bit bytes are read as Latin-1.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var plus = bytes.IndexOf((byte)'+');
            text.Append(Encoding.Latin1.GetString(plus < 0 ? bytes : bytes[..plus]));
            if (plus < 0)
            {
                break;
            }

            bytes = bytes[(plus + 1)..];
            var end = 0;
            while (end < bytes.Length && (char.IsAsciiLetterOrDigit((char)bytes[end]) || bytes[end] is (byte)'+' or (byte)'/'))
            {
                end++;
            }

            text.Append(end == 0 ? "+" : Run(bytes[..end]));
            bytes = bytes[(end < bytes.Length && bytes[end] == '-' ? end + 1 : end)..];
        }

        return text.ToString();
    }

    private static string Run(ReadOnlySpan<byte> run)
    {
        var padded = new byte[(run.Length + 3) / 4 * 4];
        padded.AsSpan().Fill((byte)'=');
        run.CopyTo(padded);
        if (run.Length % 4 == 1 || Base64.DecodeFromUtf8InPlace(padded, out var written) != System.Buffers.OperationStatus.Done)
        {
            return "\uFFFD";
        }

        return Encoding.BigEndianUnicode.GetString(padded, 0, written & ~1);
    }
}
