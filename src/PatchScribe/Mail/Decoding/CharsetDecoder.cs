using System.Text;
using System.Text.Unicode;

namespace PatchScribe.Mail.Decoding;

/// <summary>
/// Bytes and a charset label to text: the declared charset, else UTF-8, else windows-1252; never fails. Text that is
/// almost in its declared charset keeps it, with U+FFFD for what does not fit.
/// </summary>
internal static class CharsetDecoder
{
    /// <summary>Of so many characters one may be damaged before the declared charset is given up.</summary>
    private const int CharactersForOneDamaged = 20;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text; a label that is unknown or does not fit the bytes falls back.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? label)
    {
        var declared = Charsets.Find(label);
        if (declared is not { IsAsciiSuperset: false } && Ascii.IsValid(bytes))
        {
            return Encoding.Latin1.GetString(bytes);
        }

        if (declared is null or { Encoding: null, Reader: null })
        {
            return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Mixed(bytes);
        }

        var text = declared.Read(bytes);
        var damaged = text.AsSpan().Count('\uFFFD');
        if (damaged == 0)
        {
            return text;
        }

        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes)
            : damaged <= text.Length / CharactersForOneDamaged ? text
            : Windows1252.GetString(bytes);
    }

    /// <summary>Raw bytes of a header: UTF-8 (RFC 6532), else the body's charset, else windows-1252.</summary>
    public static string DecodeHeader(ReadOnlySpan<byte> bytes, string? bodyCharset) =>
        Ascii.IsValid(bytes) ? Encoding.Latin1.GetString(bytes)
        : Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes)
        : Decode(bytes, bodyCharset);

    /// <summary>UTF-8 where the bytes are UTF-8, windows-1252 for each byte that is not.</summary>
    private static string Mixed(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var good = ValidPrefix(bytes);
            text.Append(Encoding.UTF8.GetString(bytes[..good]));
            if (good < bytes.Length)
            {
                text.Append(Windows1252.GetString(bytes.Slice(good, 1)));
                good++;
            }

            bytes = bytes[good..];
        }

        return text.ToString();
    }

    private static int ValidPrefix(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < bytes.Length)
        {
            var ascii = bytes[length..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            length = ascii < 0 ? bytes.Length : length + ascii;
            if (ascii < 0 || Rune.DecodeFromUtf8(bytes[length..], out _, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                break;
            }

            length += consumed;
        }

        return length;
    }
}
