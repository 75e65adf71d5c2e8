using System.Text;
using PatchScribe.Mail.Decoding;
using PatchScribe.Mail.Fields;

namespace PatchScribe.Mail.Parts;

/// <summary>What the header of one entity says about its content (RFC 2045, RFC 2183).</summary>
internal sealed record EntityHeader(FieldParameters Content, TransferEncoding Encoding, FieldParameters? Disposition, int BodyStart)
{
    /// <summary>What an entity without a Content-Type is.</summary>
    public static FieldParameters PlainText { get; } = FieldParameters.Read("text/plain");

    private static readonly FieldParameters Forwarded = FieldParameters.Read("message/rfc822");

    /// <summary>Media type in lower case; text/plain when none or nonsense was given.</summary>
    public string Type => Content.Value.Contains('/', StringComparison.Ordinal) ? Content.Value : PlainText.Value;

    /// <summary>The charset parameter, or null.</summary>
    public string? Charset => Content["charset"];

    /// <summary>The file name that the sender gave, or null.</summary>
    public string? FileName => Disposition?["filename"] ?? Content["name"];

    /// <summary>True when the sender meant it to be saved rather than read.</summary>
    public bool IsAttachment => Disposition?.Value == "attachment";

    /// <summary>Reads the header fields at the start of an entity; in a multipart/digest the default is a forwarded message.</summary>
    public static EntityHeader Read(ReadOnlySpan<byte> entity, bool inDigest, bool isMessage)
    {
        var fields = new HeaderScanner(entity, isMessage);
        var content = inDigest ? Forwarded : PlainText;
        var encoding = TransferEncoding.Identity;
        FieldParameters? disposition = null;
        while (fields.MoveNext())
        {
            if (Ascii.EqualsIgnoreCase(fields.Name, "Content-Type"u8))
            {
                content = FieldParameters.Read(FieldText.Read(fields.Value));
            }
            else if (Ascii.EqualsIgnoreCase(fields.Name, "Content-Transfer-Encoding"u8))
            {
                encoding = TransferDecoder.Read(fields.Value);
            }
            else if (Ascii.EqualsIgnoreCase(fields.Name, "Content-Disposition"u8))
            {
                disposition = FieldParameters.Read(FieldText.Read(fields.Value));
            }
        }

        return new EntityHeader(content, encoding, disposition, fields.Position);
    }
}
