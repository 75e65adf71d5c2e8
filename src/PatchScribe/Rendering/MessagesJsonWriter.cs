using PatchScribe.Mail;

namespace PatchScribe.Rendering;

/// <summary>Messages as the document <c>patchscribe/show/1</c> (docs/json.md).</summary>
public static class MessagesJsonWriter
{
    /// <summary>The whole document.</summary>
    public static string Write(IReadOnlyList<MailMessage> messages, ReadingCounts counts) => JsonText.Write(new
    {
        schema = "patchscribe/show/1",
        messages = messages.Select(message => new
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
        }),
        counts = counts.Counts,
        diagnostics = JsonText.Diagnostics(counts.Diagnostics),
    });

    internal static object Address(MailAddress address) => new { name = address.Name, email = address.Email };
}
