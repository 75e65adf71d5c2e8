using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace PatchScribe.Mail.Decoding;

/// <summary>Content-Transfer-Encoding of a part.</summary>
internal enum TransferEncoding
{
    /// <summary>7bit, 8bit, binary, and everything unknown.</summary>
    Identity,
    QuotedPrintable,
    Base64,
}

/// <summary>Undoes a Content-Transfer-Encoding (RFC 2045 section 6); damaged input decodes as far as it goes.</summary>
internal static class TransferDecoder
{
    /// <summary>The encoding that a field value names; quotes, parameters and comments behind it are ignored.</summary>
    public static TransferEncoding Read(ReadOnlySpan<byte> value)
    {
        var end = value.IndexOfAny(";( "u8);
        var name = (end < 0 ? value : value[..end]).Trim("\" \t\r\n"u8);
        return Ascii.EqualsIgnoreCase(name, "quoted-printable"u8) || Ascii.EqualsIgnoreCase(name, "quotedprintable"u8) ? TransferEncoding.QuotedPrintable
            : Ascii.EqualsIgnoreCase(name, "base64"u8) || Ascii.EqualsIgnoreCase(name, "base-64"u8) ? TransferEncoding.Base64
            : TransferEncoding.Identity;
    }

    /// <summary>Decodes into a target at least as long as the input; returns how many bytes there are.</summary>
    public static int Decode(ReadOnlySpan<byte> bytes, TransferEncoding encoding, Span<byte> target) => encoding switch
    {
        TransferEncoding.QuotedPrintable => QuotedPrintable(bytes, target),
        TransferEncoding.Base64 => DecodeBase64(bytes, target),
        _ => Copy(bytes, target),
    };

    /// <summary>Quoted-printable (section 6.7): soft breaks with white space behind them too; a lone = stays.</summary>
    public static int QuotedPrintable(ReadOnlySpan<byte> bytes, Span<byte> target)
    {
        var length = 0;
        while (true)
        {
            var equals = bytes.IndexOf((byte)'=');
            var plain = equals < 0 ? bytes : bytes[..equals];
            plain.CopyTo(target[length..]);
            length += plain.Length;
            if (equals < 0)
            {
                return length;
            }

            bytes = bytes[(equals + 1)..];
            if (bytes.Length >= 2 && HexValue(bytes[0]) is >= 0 and var high && HexValue(bytes[1]) is >= 0 and var low)
            {
                target[length++] = (byte)((high << 4) | low);
                bytes = bytes[2..];
                continue;
            }

            var rest = bytes.TrimStart(" \t\r"u8);
            if (rest.IsEmpty || rest[0] == '\n')
            {
                bytes = rest.IsEmpty ? rest : rest[1..];
            }
            else
            {
                target[length++] = (byte)'=';
            }
        }
    }

    /// <summary>The Q encoding of RFC 2047: underscores are spaces, a lone = stays.</summary>
    public static int Q(ReadOnlySpan<byte> bytes, Span<byte> target)
    {
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '=' && i + 2 < bytes.Length && HexValue(bytes[i + 1]) is >= 0 and var high && HexValue(bytes[i + 2]) is >= 0 and var low)
            {
                target[length++] = (byte)((high << 4) | low);
                i += 2;
            }
            else
            {
                target[length++] = bytes[i] == '_' ? (byte)' ' : bytes[i];
            }
        }

        return length;
    }

    /// <summary>Base64 (section 6.8): what is not of the alphabet is skipped, padding starts a new group.</summary>
    public static int DecodeBase64(ReadOnlySpan<byte> bytes, Span<byte> target)
    {
        if (Base64.DecodeFromUtf8(bytes, target, out _, out var written) == OperationStatus.Done)
        {
            return written;
        }

        var (length, bits, count) = (0, 0, 0);
        foreach (var b in bytes)
        {
            var value = Sextet(b);
            if (value >= 0)
            {
                bits = ((bits << 6) | value) & 0xFFFFFF;
                count += 6;
                if (count >= 8)
                {
                    count -= 8;
                    target[length++] = (byte)(bits >> count);
                }
            }
            else if (b == '=')
            {
                count = 0;
            }
        }

        return length;
    }

    internal static int HexValue(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };

    private static int Copy(ReadOnlySpan<byte> bytes, Span<byte> target)
    {
        bytes.CopyTo(target);
        return bytes.Length;
    }

    private static int Sextet(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
