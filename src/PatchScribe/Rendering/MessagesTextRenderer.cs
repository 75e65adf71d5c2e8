using System.Text;
using PatchScribe.Mail;

namespace PatchScribe.Rendering;

/// <summary>Messages as a person reads them: the usual fields, a blank line, the body; control characters made visible.</summary>
public static class MessagesTextRenderer
{
    /// <summary>The line between two messages.</summary>
    public static string Separator { get; } = new string('-', 72) + "\n";

    /// <summary>One message.</summary>
    public static string Render(MailMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = new StringBuilder();
        text.Append("Message-ID: ").Append(message.MessageId).Append(message.Synthetic ? " (made from the content)" : "").Append('\n');
        text.Append("From: ").Append(message.From).Append('\n');
        text.Append(message.Author == message.From ? "" : $"Author: {message.Author}\n");
        text.Append("Date: ").Append(JsonText.Time(message.Date) ?? "unknown").Append('\n');
        text.Append("Subject: ").Append(message.Subject).Append("\n\n").Append(message.Body.TrimEnd('\n')).Append('\n');
        return TerminalText.Escape(text.ToString());
    }
}
