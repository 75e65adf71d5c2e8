using System.Collections;
using System.Text;
using PatchScribe.Mail.Fields;

namespace PatchScribe.Mail;

/// <summary>The header fields of a message, decoded when they are first asked for: most messages' never are.</summary>
internal sealed class MailHeaderList(ReadOnlyMemory<byte> message, string? charset, MarkFields marks) : IReadOnlyList<MailHeader>
{
    private IReadOnlyList<MailHeader>? fields;

    /// <inheritdoc/>
    public int Count => Fields.Count;

    private IReadOnlyList<MailHeader> Fields => fields ??= Read();

    /// <inheritdoc/>
    public MailHeader this[int index] => Fields[index];

    /// <inheritdoc/>
    public IEnumerator<MailHeader> GetEnumerator() => Fields.GetEnumerator();

    /// <summary>The first value of a field with its encoded words kept, or the empty string.</summary>
    public string First(string name)
    {
        var scanner = new HeaderScanner(message.Span);
        while (scanner.MoveNext())
        {
            if (Ascii.EqualsIgnoreCase(scanner.Name, name))
            {
                return FieldText.Read(scanner.Value, charset);
            }
        }

        return "";
    }

    /// <summary>The first value of a field, decoded; null where there is none.</summary>
    public string? Named(string name)
    {
        if (marks.Find(name) is { } place)
        {
            return place.Length == 0 ? null : FieldText.Decode(place.Of(message.Span), charset);
        }

        var scanner = new HeaderScanner(message.Span);
        while (scanner.MoveNext())
        {
            if (Ascii.EqualsIgnoreCase(scanner.Name, name))
            {
                return FieldText.Decode(scanner.Value, charset);
            }
        }

        return null;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<MailHeader> Read()
    {
        var result = new List<MailHeader>();
        var scanner = new HeaderScanner(message.Span);
        while (scanner.MoveNext())
        {
            result.Add(new MailHeader(Encoding.ASCII.GetString(scanner.Name), FieldText.Decode(scanner.Value, charset)));
        }

        return result;
    }
}
