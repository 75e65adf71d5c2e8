using System.Collections.Concurrent;
using System.Text;

namespace PatchScribe.Mail.Decoding;

/// <summary>
/// The charset labels met in mail: IANA names by way of .NET's code pages, and the aliases, misspellings and
/// placeholders that mail programs write instead.
/// </summary>
internal static class Charsets
{
    private const int MaxKnownLabels = 1000;
    private const int MaxLabelLength = 40;

    /// <summary>Labels that name nothing in .NET, or something other than what mail means by them.</summary>
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8",
        ["utf_8"] = "utf-8",
        ["utf 8"] = "utf-8",
        ["uft-8"] = "utf-8",
        ["utf-8-sig"] = "utf-8",
        ["utf8mb4"] = "utf-8",
        ["unicode-1-1-utf-8"] = "utf-8",
        ["cp65001"] = "utf-8",
        ["us-ascii"] = "utf-8",
        ["ascii"] = "utf-8",
        ["usascii"] = "utf-8",
        ["us_ascii"] = "utf-8",
        ["ansi_x3.4-1968"] = "utf-8",
        ["646"] = "utf-8",
        ["gb2312"] = "gb18030",
        ["gb_2312-80"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["gbk"] = "gb18030",
        ["cp936"] = "gb18030",
        ["euc-cn"] = "gb18030",
        ["ks_c_5601-1987"] = "cp949",
        ["ks_c_5601-1989"] = "cp949",
        ["ksc5601"] = "cp949",
        ["euc-kr"] = "cp949",
        ["uhc"] = "cp949",
        ["iso-8859-8-i"] = "iso-8859-8",
        ["iso-8859-8-e"] = "iso-8859-8",
        ["iso-8859-6-i"] = "iso-8859-6",
        ["iso-8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["latin-1"] = "windows-1252",
        ["l1"] = "windows-1252",
        ["ansi"] = "windows-1252",
        ["iso-8859-9"] = "windows-1254",
        ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874",
        ["shift-jis"] = "shift_jis",
        ["sjis"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["cp932"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["eucjp"] = "euc-jp",
        ["iso-2022-jp-2"] = "iso-2022-jp",
        ["iso-2022-jp-ms"] = "iso-2022-jp",
        ["big5-hkscs"] = "big5",
        ["koi8r"] = "koi8-r",
        ["cp-850"] = "cp850",
    };

    private static readonly ConcurrentDictionary<string, Charset?> Known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The charset that a label names; null for none, an unknown one or a placeholder (unknown-8bit, none, x-unknown).</summary>
    public static Charset? Find(string? label)
    {
        if (label is null)
        {
            return null;
        }

        if (Known.TryGetValue(label, out var known))
        {
            return known;
        }

        var found = Make(label);
        if (Known.Count < MaxKnownLabels && label.Length <= MaxLabelLength)
        {
            Known[label] = found;
        }

        return found;
    }

    private static Charset? Make(string label)
    {
        var name = label.Trim().Trim('"', '\'', '=', ';', '.').Trim();
        if (name.Length is 0 or > MaxLabelLength)
        {
            return null;
        }

        name = PartOfIso8859(name) is { } part ? $"iso-8859-{part}" : name;
        var alias = Aliases.GetValueOrDefault(name, name);
        if (alias.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return new Charset(null, IsAsciiSuperset: true);
        }

        if (alias.Equals("utf-7", StringComparison.OrdinalIgnoreCase) || alias.Equals("unicode-1-1-utf-7", StringComparison.OrdinalIgnoreCase))
        {
            return new Charset(null, IsAsciiSuperset: false, Utf7.Decode);
        }

        if (alias.Equals("utf-16", StringComparison.OrdinalIgnoreCase))
        {
            return new Charset(null, IsAsciiSuperset: false, Utf16);
        }

        return Encode(alias) is { } encoding ? new Charset(encoding, !IsStateful(encoding)) : null;
    }

    /// <summary>The part (<c>7</c>, <c>8-i</c>) of a label that means ISO 8859 however it is written: iso8859-7, ISO_8859-7:1987, 8859_7.</summary>
    private static string? PartOfIso8859(string name)
    {
        var rest = name.StartsWith("iso", StringComparison.OrdinalIgnoreCase) ? name.AsSpan(3).TrimStart("-_ ") : name;
        if (!rest.StartsWith("8859") || rest.Length < 6 || rest[4] is not ('-' or '_' or ' '))
        {
            return null;
        }

        var part = rest[5..];
        var year = part.IndexOf(':');
        return (year < 0 ? part : part[..year]).ToString();
    }

    private static Encoding? Encode(string name)
    {
        var digits = name.StartsWith("cp", StringComparison.OrdinalIgnoreCase) ? name[2..] : name.StartsWith("windows-", StringComparison.OrdinalIgnoreCase) ? name[8..] : "";
        try
        {
            return int.TryParse(digits, out var page) && page is > 0 and < 65000
                ? CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)
                : CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)
                    ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>By its byte order mark, else big endian (RFC 2781 section 4.3).</summary>
    private static string Utf16(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xFE, .. var little] ? Encoding.Unicode.GetString(little)
        : Encoding.BigEndianUnicode.GetString(bytes is [0xFE, 0xFF, .. var big] ? big : bytes);

    /// <summary>True when ASCII bytes may mean something else: UTF-16, UTF-32, ISO-2022, HZ.</summary>
    private static bool IsStateful(Encoding encoding) =>
        encoding.CodePage is 1200 or 1201 or 12000 or 12001 or (>= 50220 and <= 50229) or 52936;
}

/// <summary>A charset: its encoding, or a reader where .NET has none; both null stand for UTF-8 (and US-ASCII, which it contains).</summary>
internal sealed record Charset(Encoding? Encoding, bool IsAsciiSuperset, Func<ReadOnlySpan<byte>, string>? Reader = null)
{
    /// <summary>The text, with U+FFFD for what does not fit.</summary>
    public string Read(ReadOnlySpan<byte> bytes) => Reader is not null ? Reader(bytes) : Encoding!.GetString(bytes);
}
