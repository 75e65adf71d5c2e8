using System.Text.Json;
using System.Text.Json.Nodes;
using PatchScribe.Diagnostics;
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
                Document(message).WriteTo(writer);
                if (writer.BytesPending > FlushBytes)
                {
                    writer.Flush();
                }
            }

            writer.WriteEndArray();
            writer.WritePropertyName("counts");
            counts().Counts.WriteTo(writer);
            writer.WritePropertyName("diagnostics");
            JsonText.Diagnostics(counts().Diagnostics).WriteTo(writer);
            writer.WriteEndObject();
        }

        target.WriteByte((byte)'\n');
    }

    internal static JsonObject Address(MailAddress address) => new JsonObject { ["name"] = address.Name, ["email"] = address.Email };

    private static JsonObject Document(MailMessage message) => new JsonObject
    {
        ["messageId"] = message.MessageId,
        ["synthetic"] = message.Synthetic,
        ["from"] = Address(message.From),
        ["author"] = Address(message.Author),
        ["to"] = message.To.ToJson(Address),
        ["cc"] = message.Cc.ToJson(Address),
        ["subject"] = message.Subject,
        ["date"] = JsonText.Time(message.Date),
        ["inReplyTo"] = message.InReplyTo,
        ["references"] = message.References.ToJson(),
        ["body"] = message.Body,
        ["parts"] = message.Parts.ToJson(part => new JsonObject { ["type"] = part.Type, ["charset"] = part.Charset, ["fileName"] = part.FileName, ["bytes"] = part.Bytes }),
    };
}
