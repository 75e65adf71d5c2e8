using System.Text;

namespace PatchScribe.Mail.Decoding;

/// <summary>Decodes RFC 2047 encoded words, also glued ones, ones in quoted strings, and characters split over two.</summary>
internal static class EncodedWords
{
    /// <summary>The text with every encoded word decoded; what is no encoded word stays as it is.</summary>
    public static string Decode(string text)
    {
        var result = new StringBuilder();
        var pending = new List<byte>();
        string? charset = null;
        var copied = 0;
        for (var at = text.IndexOf("=?", StringComparison.Ordinal); at >= 0;)
        {
            if (!TryRead(text, at, out var label, out var bytes, out var end))
            {
                at = text.IndexOf("=?", at + 2, StringComparison.Ordinal);
                continue;
            }

            var between = text.AsSpan(copied, at - copied);
            if (charset is null || !between.IsWhiteSpace() || !string.Equals(charset, label, StringComparison.OrdinalIgnoreCase))
            {
                var glued = charset is not null && between.IsWhiteSpace();
                Flush(result, pending, charset);
                result.Append(glued ? [] : between);
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
        result.Append(pending.Count == 0 ? "" : CharsetDecoder.Decode([.. pending], charset));
        pending.Clear();
    }

    private static bool TryRead(string text, int at, out string charset, out byte[] bytes, out int end)
    {
        (charset, bytes, end) = ("", [], 0);
        var first = text.IndexOf('?', at + 2);
        if (first < 0 || first + 2 >= text.Length || text[first + 2] != '?')
        {
            return false;
        }

        var close = text.IndexOf("?=", first + 3, StringComparison.Ordinal);
        var kind = char.ToLowerInvariant(text[first + 1]);
        if (close < 0 || kind is not ('q' or 'b'))
        {
            return false;
        }

        charset = text[(at + 2)..first].Split('*')[0];
        var payload = Encoding.Latin1.GetBytes(text[(first + 3)..close]);
        bytes = kind == 'b' ? TransferDecoder.Base64(payload) : TransferDecoder.QuotedPrintable(payload, underscoreIsSpace: true);
        end = close + 2;
        return true;
    }
}
