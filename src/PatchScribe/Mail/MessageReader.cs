using System.Security.Cryptography;
using PatchScribe.Mail.Fields;
using PatchScribe.Mail.Parts;

namespace PatchScribe.Mail;

/// <summary>The bytes of one RFC 5322 message to a decoded message; damage becomes diagnostics, never an exception.</summary>
internal static class MessageReader
{
    /// <summary>Decodes one message found at a 1-based line of a source.</summary>
    public static MailMessage Read(ReadOnlyMemory<byte> raw, string? source, int? line)
    {
        var fields = MessageFields.Read(raw.Span);
        var parts = new PartReader(source, line);
        var entity = fields.Entity(raw.Span);
        var leaves = parts.Read(raw, entity);
        var diagnostics = parts.Diagnostics;
        var (leaf, body) = BodyChooser.Choose(leaves, diagnostics, source, line);
        var charset = entity.Charset;
        var from = AddressReader.Read(FieldText.Read(fields.From.Of(raw.Span), charset)) is [var first, ..] ? first : new MailAddress("", "");
        var subject = FieldText.Decode(fields.Subject.Of(raw.Span), charset);
        var headers = new MailHeaderList(raw, charset, fields.Marks);
        var id = MessageIdReader.ReadOwn(FieldText.Read(fields.MessageId.Of(raw.Span)));
        fields.AddDiagnostics(diagnostics, id is not null, source, line);
        return new MailMessage
        {
            MessageId = id ?? SyntheticId(raw.Span),
            Synthetic = id is null,
            From = from,
            Author = AuthorReader.Read(from, headers, subject, body),
            To = Addresses(fields.To, raw.Span, charset),
            Cc = Addresses(fields.Cc, raw.Span, charset),
            Subject = subject,
            Date = ReadDate(fields, raw.Span),
            InReplyTo = MessageIdReader.Read(FieldText.Read(fields.InReplyTo.Of(raw.Span))) is [var parent, ..] ? parent : null,
            References = MessageIdReader.Read(FieldText.Read(fields.References.Of(raw.Span))),
            Body = body,
            Flowed = "flowed".Equals(leaf?.Header.Content["format"], StringComparison.OrdinalIgnoreCase),
            DelSp = "yes".Equals(leaf?.Header.Content["delsp"], StringComparison.OrdinalIgnoreCase),
            Parts = leaves.ConvertAll(one => one.Part),
            Headers = headers,
            Source = source,
            SourceLine = line,
            BodyLine = line is { } start && IsAsSent(leaf, leaves) ? start + raw.Span[..entity.BodyStart].Count((byte)'\n') : null,
            Diagnostics = diagnostics,
            Raw = raw,
        };
    }

    /// <summary>An id made from bytes that have none: the same bytes get the same id.</summary>
    public static string SyntheticId(ReadOnlySpan<byte> bytes) => $"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}@patchscribe.invalid";

    private static IReadOnlyList<MailAddress> Addresses(FieldPlaces places, ReadOnlySpan<byte> raw, string? charset) =>
        places.Count == 0 ? [] : AddressReader.Read(string.Join(", ", places.Texts(raw, charset)));

    private static DateTimeOffset? ReadDate(MessageFields fields, ReadOnlySpan<byte> raw)
    {
        if (DateReader.Read(FieldText.Read(fields.Date.Of(raw))) is { } date)
        {
            return date;
        }

        foreach (var trace in fields.Received.Texts(raw, null))
        {
            if (DateReader.Read(trace.AsSpan(trace.LastIndexOf(';') + 1)) is { } received)
            {
                return received;
            }
        }

        return null;
    }

    /// <summary>True when the body's lines are the source's lines: one text part without transfer encoding.</summary>
    private static bool IsAsSent(PartLeaf? leaf, List<PartLeaf> leaves) =>
        leaves.Count == 1 && leaf is { Header.Encoding: Decoding.TransferEncoding.Identity, Part: { Type: not "text/html", Forwarded: false } };
}
