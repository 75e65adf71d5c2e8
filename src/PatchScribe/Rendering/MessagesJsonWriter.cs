using System.Text.Json;
using PatchScribe.Mail;

namespace PatchScribe.Rendering;

/// <summary>Messages as the document <c>patchscribe/show/1</c> (docs/json.md), written as they come.</summary>
public static class MessagesJsonWriter
{
    private const int FlushBytes = 1 << 16;

    /// <summary>The whole document; <paramref name="counts"/> is asked when the messages have ended.</summary>
    public static void Write(Stream target, IEnumerable<MailMessage> messages, Func<ReadingCounts> counts)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(counts);
        using (var writer = new Utf8JsonWriter(target, JsonText.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("schema", "patchscribe/show/1");
            writer.WriteStartArray("messages");
            foreach (var message in messages)
            {
                JsonText.Write(writer, Document(message));
                if (writer.BytesPending > FlushBytes)
                {
                    writer.Flush();
                }
            }

            writer.WriteEndArray();
            writer.WritePropertyName("counts");
            JsonText.Write(writer, counts().Counts);
            writer.WritePropertyName("diagnostics");
            JsonText.Write(writer, JsonText.Diagnostics(counts().Diagnostics));
            writer.WriteEndObject();
        }

        target.WriteByte((byte)'\n');
    }

    internal static object Address(MailAddress address) => new { name = address.Name, email = address.Email };

    private static object Document(MailMessage message) => new
    {
        messageId = message.MessageId,
        synthetic = message.Synthetic,
        from = Address(message.From),
        author = Address(message.Author),
        to = message.To.Select(Address),
        cc = message.Cc.Select(Address),
        subject = message.Subject,
        date = JsonText.Time(message.Date),
        inReplyTo = message.InReplyTo,
        references = message.References,
        body = message.Body,
        parts = message.Parts.Select(part => new { type = part.Type, charset = part.Charset, fileName = part.FileName, bytes = part.Bytes }),
    };
}
