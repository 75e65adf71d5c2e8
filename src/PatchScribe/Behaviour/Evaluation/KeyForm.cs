using System.Buffers;

namespace PatchScribe.Behaviour.Evaluation;

/// <summary>The forms that a key's value can have, and the canonical text of a PCI address.</summary>
internal static class KeyForm
{
    /// <summary>The form of a JSON value that is no text.</summary>
    public const string NotText = "not-text";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> OctalDigits = SearchValues.Create("01234567");
    private static readonly SearchValues<char> DecimalDigits = SearchValues.Create("0123456789");

    /// <summary>True when the text has the form: number, integer, identifier, pci-address, pci-slot, ccw-mediated-path, empty.</summary>
    public static bool Matches(string form, string text) => form switch
    {
        "number" => text.Length > 0 && text.All(char.IsAsciiDigit),
        "integer" => IsInteger(text.AsSpan().TrimStart()),
        "pci-slot" => IsSlot(text),
        "identifier" => text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_'),
        "pci-address" => PciAddress(text) is not null,
        "ccw-mediated-path" => IsDeviceNumber(Parent(text)),
        _ => text.Length == 0,
    };

    /// <summary>Applies a template's filter; a text that has not the form stays as it is.</summary>
    public static string Filter(string? filter, string text) => filter switch
    {
        "pci" => PciAddress(text) ?? text,
        "parent" => Parent(text),
        "basename" => text.TrimEnd('/')[(text.TrimEnd('/').LastIndexOf('/') + 1)..],
        _ => text,
    };

    // As strtoll(3) reads the whole text with base 0: a sign, then decimal digits, 0 and octal, or 0x and hexadecimal ones.
    private static bool IsInteger(ReadOnlySpan<char> text)
    {
        var digits = text.Length > 0 && text[0] is '+' or '-' ? text[1..] : text;
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return digits.Length > 2 && digits[2..].IndexOfAnyExcept(HexDigits) < 0;
        }

        return digits.Length > 0 && digits.IndexOfAnyExcept(digits[0] == '0' ? OctalDigits : DecimalDigits) < 0;
    }

    // slot[.function] in hexadecimal (QEMU, hw/core/qdev-properties-system.c).
    private static bool IsSlot(string text)
    {
        var parts = text.Split('.');
        return parts.Length <= 2 && Hex(Digits(parts[0]), 31, out _) && (parts.Length == 1 || Hex(Digits(parts[1]), 7, out _));

        static string Digits(string part) => part.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? part[2..] : part;
    }

    private static string Parent(string path)
    {
        var parts = path.TrimEnd('/').Split('/');
        return parts.Length < 2 ? "" : parts[^2];
    }

    // cssid.ssid.devno in hexadecimal, as s390 names its subchannels.
    private static bool IsDeviceNumber(string text) =>
        text.Split('.') is [var cssid, var ssid, var number] && Hex(cssid, 0xff, out _) && Hex(ssid, 3, out _) && Hex(number, 0xffff, out _);

    // [domain:]bus:slot.function in hexadecimal, printed as %04x:%02x:%02x.%x.
    private static string? PciAddress(string text)
    {
        var dot = text.LastIndexOf('.');
        var parts = (dot < 0 ? "" : text[..dot]).Split(':');
        if (parts.Length is not (2 or 3) || !Hex(text[(dot + 1)..], 7, out var function)
            || !Hex(parts[^1], 31, out var slot) || !Hex(parts[^2], 255, out var bus))
        {
            return null;
        }

        var domain = 0;
        return parts.Length == 3 && !Hex(parts[0], 0xffff, out domain) ? null : $"{domain:x4}:{bus:x2}:{slot:x2}.{function:x}";
    }

    private static bool Hex(string text, int most, out int value) =>
        int.TryParse(text, System.Globalization.NumberStyles.AllowHexSpecifier, null, out value) && value >= 0 && value <= most;
}
