namespace PatchScribe.Mail.Decoding;

/// <summary>Undoes a Content-Transfer-Encoding (RFC 2045 section 6); damaged input decodes as far as it goes.</summary>
internal static class TransferDecoder
{
    /// <summary>The decoded bytes; an unknown encoding is identity.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> bytes, string encoding) => encoding switch
    {
        "quoted-printable" => QuotedPrintable(bytes, underscoreIsSpace: false),
        "base64" => Base64(bytes),
        _ => bytes.ToArray(),
    };

    /// <summary>Quoted-printable (section 6.7), or the Q encoding of RFC 2047 with underscores as spaces.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> bytes, bool underscoreIsSpace)
    {
        var result = new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '=')
            {
                result[length++] = underscoreIsSpace && bytes[i] == '_' ? (byte)' ' : bytes[i];
                continue;
            }

            var high = i + 1 < bytes.Length ? Hex(bytes[i + 1]) : -1;
            var low = i + 2 < bytes.Length ? Hex(bytes[i + 2]) : -1;
            var next = i + 1;
            while (next < bytes.Length && bytes[next] is (byte)' ' or (byte)'\t' or (byte)'\r')
            {
                next++;
            }

            if (high >= 0 && low >= 0)
            {
                result[length++] = (byte)((high << 4) | low);
                i += 2;
            }
            else if (next < bytes.Length && bytes[next] == '\n')
            {
                i = next;
            }
            else
            {
                result[length++] = bytes[i];
            }
        }

        return result[..length];
    }

    /// <summary>Base64 (section 6.8); characters outside the alphabet are skipped, padding starts a new group.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> bytes)
    {
        var result = new byte[(bytes.Length / 4 * 3) + 3];
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
                    result[length++] = (byte)(bits >> count);
                }
            }
            else if (b == '=')
            {
                count = 0;
            }
        }

        return result[..length];
    }

    private static int Hex(byte b) => char.IsAsciiHexDigit((char)b) ? Convert.ToInt32(((char)b).ToString(), 16) : -1;

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
