using System.Runtime.InteropServices;
using System.Text;
using PatchScribe.Mail.Decoding;

namespace PatchScribe.Mail.Fields;

/// <summary>
/// A structured field: its value in lower case and its parameters (RFC 2045 section 5.1, RFC 2231). Names are
/// case-insensitive; quoted strings may hold semicolons; missing quotes and stray semicolons are forgiven.
/// </summary>
internal sealed class FieldParameters
{
    private const int MaxParameters = 200;
    private readonly List<(string Name, string Value)> parameters = [];

    private FieldParameters(string value) => Value = value;

    /// <summary>The value before the first semicolon, trimmed, in lower case, without comments.</summary>
    public string Value { get; }

    /// <summary>Reads an unfolded value.</summary>
    public static FieldParameters Read(string text)
    {
        var rest = text.AsSpan();
        var end = rest.IndexOfAny(';', '(');
        var value = (end < 0 ? rest : rest[..end]).Trim(" \t\"");
        var result = new FieldParameters(value.ToString().ToLowerInvariant());
        var semicolon = rest.IndexOf(';');
        rest = semicolon < 0 ? [] : rest[(semicolon + 1)..];
        while (!rest.IsEmpty && result.parameters.Count < MaxParameters)
        {
            rest = result.Take(rest);
        }

        return result;
    }

    /// <summary>The decoded value of a parameter, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in parameters)
            {
                if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return EncodedWords.Decode(value);
                }
            }

            return Extended(name);
        }
    }

    /// <summary>Takes one <c>name=value</c>; returns what follows its semicolon.</summary>
    private ReadOnlySpan<char> Take(ReadOnlySpan<char> rest)
    {
        var equals = rest.IndexOfAny('=', ';');
        if (equals < 0 || rest[equals] == ';')
        {
            return equals < 0 ? [] : rest[(equals + 1)..];
        }

        var name = rest[..equals].Trim().ToString();
        rest = rest[(equals + 1)..].TrimStart();
        string value;
        if (rest is ['"', ..])
        {
            (value, var used) = Quoted(rest);
            rest = rest[used..];
        }
        else
        {
            var end = rest.IndexOf(';');
            value = (end < 0 ? rest : rest[..end]).Trim().ToString();
        }

        parameters.Add((name, value));
        var next = rest.IndexOf(';');
        return next < 0 ? [] : rest[(next + 1)..];
    }

    private static (string Value, int Used) Quoted(ReadOnlySpan<char> text)
    {
        var value = new StringBuilder();
        var at = 1;
        for (; at < text.Length && text[at] != '"'; at++)
        {
            at += text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
            value.Append(text[at]);
        }

        return (value.ToString(), Math.Min(at + 1, text.Length));
    }

    /// <summary>RFC 2231: <c>name*</c>, and <c>name*0</c>, <c>name*1*</c> ... put together in the order of their numbers.</summary>
    private string? Extended(string name)
    {
        var bytes = new List<byte>();
        string? charset = null;
        var found = false;
        for (var number = -1; number < parameters.Count; number++)
        {
            var key = number < 0 ? name + "*" : $"{name}*{number}";
            var piece = parameters.Find(p => p.Name.Equals(key, StringComparison.OrdinalIgnoreCase) || p.Name.Equals(key + "*", StringComparison.OrdinalIgnoreCase));
            if (piece.Name is null)
            {
                if (number > 0)
                {
                    break;
                }

                continue;
            }

            var value = piece.Value;
            var coded = piece.Name.EndsWith('*');
            if (coded && !found && value.Split('\'', 3) is [var label, _, var text])
            {
                (charset, value) = (label, text);
            }

            found = true;
            bytes.AddRange(coded ? Percent(value) : [.. Encoding.UTF8.GetBytes(value)]);
        }

        return found ? CharsetDecoder.Decode(CollectionsMarshal.AsSpan(bytes), charset) : null;
    }

    private static List<byte> Percent(string value)
    {
        var coded = Encoding.UTF8.GetBytes(value);
        var bytes = new List<byte>(coded.Length);
        for (var i = 0; i < coded.Length; i++)
        {
            var isCode = coded[i] == '%' && i + 2 < coded.Length && TransferDecoder.HexValue(coded[i + 1]) >= 0 && TransferDecoder.HexValue(coded[i + 2]) >= 0;
            bytes.Add(isCode ? (byte)((TransferDecoder.HexValue(coded[i + 1]) << 4) | TransferDecoder.HexValue(coded[i + 2])) : coded[i]);
            i += isCode ? 2 : 0;
        }

        return bytes;
    }
}
