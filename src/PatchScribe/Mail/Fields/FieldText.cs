using System.Buffers;
using PatchScribe.Mail.Decoding;

namespace PatchScribe.Mail.Fields;

/// <summary>The bytes of a field's value to text: unfolded (RFC 5322 section 2.2.3), raw 8-bit bytes decoded (RFC 6532).</summary>
internal static class FieldText
{
    /// <summary>The unfolded value with its encoded words left as they are; <paramref name="charset"/> is the body's, for 8-bit bytes that are not UTF-8.</summary>
    public static string Read(ReadOnlySpan<byte> value, string? charset = null)
    {
        if (!value.Contains((byte)'\n'))
        {
            return CharsetDecoder.DecodeHeader(value, charset);
        }

        var pooled = ArrayPool<byte>.Shared.Rent(value.Length);
        var length = Unfold(value, pooled);
        var text = CharsetDecoder.DecodeHeader(pooled.AsSpan(0, length), charset);
        ArrayPool<byte>.Shared.Return(pooled);
        return text;
    }

    /// <summary>The unfolded value with its encoded words decoded (RFC 2047).</summary>
    public static string Decode(ReadOnlySpan<byte> value, string? charset = null) => OneLine(EncodedWords.Decode(Read(value, charset)));

    /// <summary>Line breaks and NUL that an encoded word smuggled in become spaces, so that a field stays one line.</summary>
    public static string OneLine(string text) =>
        text.AsSpan().ContainsAny('\r', '\n', '\0') ? text.Replace('\r', ' ').Replace('\n', ' ').Replace('\0', ' ') : text;

    /// <summary>Line breaks go, the white space behind them stays; a tab that folded becomes a space.</summary>
    private static int Unfold(ReadOnlySpan<byte> value, Span<byte> target)
    {
        var length = 0;
        while (!value.IsEmpty)
        {
            var end = value.IndexOf((byte)'\n');
            var line = (end < 0 ? value : value[..end]).TrimEnd((byte)'\r');
            line.CopyTo(target[length..]);
            length += line.Length;
            value = end < 0 ? [] : value[(end + 1)..];
            if (!value.IsEmpty && value[0] == '\t')
            {
                target[length++] = (byte)' ';
                value = value[1..];
            }
        }

        return length;
    }
}
