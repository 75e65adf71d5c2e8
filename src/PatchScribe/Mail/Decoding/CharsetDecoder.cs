using System.Text;

namespace PatchScribe.Mail.Decoding;

/// <summary>Bytes and a charset label to text: the declared charset, else UTF-8, else windows-1252; never fails.</summary>
internal static class CharsetDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The text; a label that is unknown or does not fit the bytes falls back.</summary>
    public static string Decode(byte[] bytes, string? label)
    {
        var declared = Find(label);
        if (declared is not null && TryDecode(declared, bytes) is { } text)
        {
            return text;
        }

        return TryDecode(StrictUtf8, bytes)
            ?? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
    }

    private static Encoding? Find(string? label)
    {
        var name = label?.Trim().ToLowerInvariant() ?? "us-ascii";
        name = name switch
        {
            "utf8" or "utf_8" or "us-ascii" or "ascii" => "utf-8",
            "gb2312" or "gbk" => "gb18030",
            "ks_c_5601-1987" => "euc-kr",
            "iso-8859-8-i" => "iso-8859-8",
            "iso-8859-1" or "latin1" => "windows-1252",
            _ => name,
        };
        try
        {
            return name == "utf-8" ? StrictUtf8
                : CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                    ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? TryDecode(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
