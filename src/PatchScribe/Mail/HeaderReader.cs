using System.Text;
using PatchScribe.Mail.Decoding;

namespace PatchScribe.Mail;

/// <summary>Reads a block of header fields (RFC 5322 section 2.2): unfolded, raw 8-bit bytes decoded, encoded words kept.</summary>
internal static class HeaderReader
{
    /// <summary>The fields in order, and the offset at which the body starts; a line without a colon is skipped.</summary>
    public static (List<MailHeader> Fields, int BodyStart) Read(byte[] bytes)
    {
        var fields = new List<MailHeader>();
        var value = new StringBuilder();
        string? name = null;
        var at = 0;
        while (at < bytes.Length)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', at);
            var next = end < 0 ? bytes.Length : end + 1;
            var line = CharsetDecoder.Decode(bytes[at..next], "utf-8").TrimEnd('\r', '\n');
            at = next;
            if (line.Length == 0)
            {
                break;
            }

            if (line[0] is ' ' or '\t')
            {
                value.Append(' ').Append(line.AsSpan().Trim());
                continue;
            }

            Add(fields, name, value);
            var colon = line.IndexOf(':');
            name = colon > 0 ? line[..colon].TrimEnd() : null;
            value.Append(line.AsSpan(colon + 1).Trim());
        }

        Add(fields, name, value);
        return (fields, at);
    }

    /// <summary>The value of a parameter (<c>charset</c>, <c>boundary</c>) of a structured field, or null.</summary>
    public static string? Parameter(string value, string name)
    {
        foreach (var piece in value.Split(';').Skip(1))
        {
            var equals = piece.IndexOf('=');
            if (equals > 0 && piece.AsSpan(0, equals).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return piece[(equals + 1)..].Trim().Trim('"');
            }
        }

        return null;
    }

    /// <summary>The first value of a field, or the empty string.</summary>
    public static string First(IReadOnlyList<MailHeader> fields, string name) =>
        fields.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value ?? "";

    private static void Add(List<MailHeader> fields, string? name, StringBuilder value)
    {
        if (name is not null)
        {
            fields.Add(new MailHeader(name, value.ToString()));
        }

        value.Clear();
    }
}
