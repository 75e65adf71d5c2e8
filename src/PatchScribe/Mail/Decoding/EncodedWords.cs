using System.Runtime.InteropServices;
using System.Text;

namespace PatchScribe.Mail.Decoding;

/// <summary>Decodes RFC 2047 encoded words, also glued ones, ones in quoted strings, and characters split over two.</summary>
internal static class EncodedWords
{
    /// <summary>The longest word that is looked for; RFC 2047 allows 75, mail programs write more.</summary>
    private const int MaxWordLength = 8192;

    /// <summary>The text with every encoded word decoded; what is no encoded word stays as it is.</summary>
    public static string Decode(string text)
    {
        var at = text.IndexOf("=?", StringComparison.Ordinal);
        return at < 0 ? text : Decode(text, at);
    }

    private static string Decode(string text, int at)
    {
        var result = new StringBuilder(text.Length);
        var pending = new List<byte>();
        string? charset = null;
        var copied = 0;
        while (at >= 0)
        {
            if (!TryRead(text, at, out var label, out var bytes, out var end))
            {
                at = text.IndexOf("=?", at + 2, StringComparison.Ordinal);
                continue;
            }

            var between = text.AsSpan(copied, at - copied);
            var adjacent = charset is not null && between.IsWhiteSpace();
            if (!adjacent || !string.Equals(charset, label, StringComparison.OrdinalIgnoreCase))
            {
                Flush(result, pending, charset);
                result.Append(adjacent ? [] : between);
            }

            charset = label;
            pending.AddRange(bytes);
            copied = end;
            at = text.IndexOf("=?", end, StringComparison.Ordinal);
        }

        Flush(result, pending, charset);
        return result.Append(text.AsSpan(copied)).ToString();
    }

    private static void Flush(StringBuilder result, List<byte> pending, string? charset)
    {
        if (pending.Count > 0)
        {
            result.Append(CharsetDecoder.Decode(CollectionsMarshal.AsSpan(pending), charset));
            pending.Clear();
        }
    }

    private static bool TryRead(string text, int at, out string charset, out byte[] bytes, out int end)
    {
        (charset, bytes, end) = ("", [], 0);
        var word = text.AsSpan(at + 2, Math.Min(text.Length - at - 2, MaxWordLength));
        var first = word.IndexOfAny('?', ' ');
        if (first <= 0 || word[first] != '?' || first + 2 >= word.Length || word[first + 2] != '?')
        {
            return false;
        }

        var kind = char.ToLowerInvariant(word[first + 1]);
        var payload = word[(first + 3)..];
        var close = payload.IndexOf("?=", StringComparison.Ordinal);
        if (close < 0 || kind is not ('q' or 'b'))
        {
            return false;
        }

        var label = word[..first];
        var star = label.IndexOf('*');
        charset = (star < 0 ? label : label[..star]).ToString();
        var coded = Encoding.UTF8.GetBytes(payload[..close].ToString());
        bytes = new byte[coded.Length];
        Array.Resize(ref bytes, kind == 'b' ? TransferDecoder.DecodeBase64(coded, bytes) : TransferDecoder.Q(coded, bytes));
        end = at + 2 + first + 3 + close + 2;
        return true;
    }
}
