using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Mail.Decoding;
using PatchScribe.Mail.Parts;

namespace PatchScribe.Mail.Fields;

/// <summary>
/// The fields of a message header that are always wanted, found in one pass; nothing is decoded. Of a field that may
/// come once the first counts.
/// </summary>
internal sealed class MessageFields
{
    private FieldPlace contentType;
    private FieldPlace encoding;
    private FieldPlace disposition;
    private FieldPlace from;
    private FieldPlace subject;
    private FieldPlace date;
    private FieldPlace messageId;
    private FieldPlace inReplyTo;
    private FieldPlace references;
    private FieldPlace stable;
    private FieldPlace autoSubmitted;
    private FieldPlace userAgent;
    private int bodyStart;
    private int count;
    private bool tooMany;
    private bool cut;

    public FieldPlace From => from;

    public FieldPlace Subject => subject;

    public FieldPlace Date => date;

    public FieldPlace MessageId => messageId;

    public FieldPlace InReplyTo => inReplyTo;

    public FieldPlace References => references;

    public MarkFields Marks => new(stable, autoSubmitted, userAgent);

    public FieldPlaces To { get; } = new();

    public FieldPlaces Cc { get; } = new();

    public FieldPlaces Received { get; } = new();

    /// <summary>Finds the fields of a message.</summary>
    public static MessageFields Read(ReadOnlySpan<byte> message)
    {
        var found = new MessageFields();
        var scanner = new HeaderScanner(message);
        while (scanner.MoveNext())
        {
            var start = (int)Unsafe.ByteOffset(ref MemoryMarshal.GetReference(message), ref MemoryMarshal.GetReference(scanner.Value));
            found.Take(scanner.Name, new FieldPlace(start, scanner.Value.Length));
        }

        (found.bodyStart, found.count, found.tooMany, found.cut) = (scanner.Position, scanner.Count, scanner.TooMany, scanner.Cut);
        return found;
    }

    /// <summary>What the header says about the content.</summary>
    public EntityHeader Entity(ReadOnlySpan<byte> message) => new(
        contentType.Length == 0 ? EntityHeader.PlainText : FieldParameters.Read(FieldText.Read(contentType.Of(message))),
        TransferDecoder.Read(encoding.Of(message)),
        disposition.Length == 0 ? null : FieldParameters.Read(FieldText.Read(disposition.Of(message))),
        bodyStart);

    /// <summary>Says what the header lacks or has too much of.</summary>
    public void AddDiagnostics(List<Diagnostic> diagnostics, bool hasId, string? source, int? line)
    {
        if (count == 0)
        {
            diagnostics.Add(new(DiagnosticIds.MailHeadersMissing, Severity.Warning, "message without any header field; its bytes are kept as its body", source, line));
        }
        else if (!hasId)
        {
            diagnostics.Add(new(DiagnosticIds.MailMessageIdMissing, Severity.Note, "message without a Message-ID; one was made from its content", source, line));
        }

        if (tooMany)
        {
            diagnostics.Add(new(DiagnosticIds.MailTooManyHeaders, Severity.Warning, $"more than {MailLimits.HeaderFields} header fields; the rest is left out", source, line));
        }

        if (cut)
        {
            diagnostics.Add(new(DiagnosticIds.MailHeaderTooLong, Severity.Warning, $"a header field longer than {MailLimits.HeaderFieldBytes} bytes was cut", source, line));
        }
    }

    private void Take(ReadOnlySpan<byte> name, FieldPlace place)
    {
        switch (name.Length)
        {
            case 2 when Is(name, "To"u8):
                To.Add(place);
                break;
            case 2 when Is(name, "Cc"u8):
                Cc.Add(place);
                break;
            case 4 when Is(name, "From"u8):
                Keep(ref from, place);
                break;
            case 4 when Is(name, "Date"u8):
                Keep(ref date, place);
                break;
            case 7 when Is(name, "Subject"u8):
                Keep(ref subject, place);
                break;
            case 8 when Is(name, "Received"u8):
                Received.Add(place);
                break;
            case 8 when Is(name, "X-stable"u8):
                Keep(ref stable, place);
                break;
            case 10 when Is(name, "User-Agent"u8):
                Keep(ref userAgent, place);
                break;
            case 14 when Is(name, "Auto-Submitted"u8):
                Keep(ref autoSubmitted, place);
                break;
            case 10 when Is(name, "Message-ID"u8):
                Keep(ref messageId, place);
                break;
            case 10 when Is(name, "References"u8):
                Keep(ref references, place);
                break;
            case 11 when Is(name, "In-Reply-To"u8):
                Keep(ref inReplyTo, place);
                break;
            case 12 when Is(name, "Content-Type"u8):
                Keep(ref contentType, place);
                break;
            case 19 when Is(name, "Content-Disposition"u8):
                Keep(ref disposition, place);
                break;
            case 25 when Is(name, "Content-Transfer-Encoding"u8):
                Keep(ref encoding, place);
                break;
        }
    }

    private static void Keep(ref FieldPlace kept, FieldPlace place) => kept = kept.Length == 0 ? place : kept;

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> known) => Ascii.EqualsIgnoreCase(name, known);
}
