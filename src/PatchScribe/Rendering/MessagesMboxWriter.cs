using System.Globalization;
using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;
using PatchScribe.Mail.Sources;

namespace PatchScribe.Rendering;

/// <summary>
/// Messages as an mboxrd: read again, each has the same bytes. A message without a line break at its end gets no empty
/// line before the next From_ line; the sender <c>mboxrd@z</c> marks that line all the same.
/// </summary>
public static class MessagesMboxWriter
{
    /// <summary>Appends one message; an <see cref="InputException"/> for a pasted page, which is no mail.</summary>
    public static void Write(Stream target, MailMessage message)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(message);
        if (message.Pasted)
        {
            throw new InputException($"{message.Source} is a pasted page, which no mailbox can hold", "use --format text or json");
        }

        var time = (message.Date ?? DateTimeOffset.UnixEpoch).UtcDateTime.ToString("ddd MMM d HH:mm:ss yyyy", CultureInfo.InvariantCulture);
        target.Write(Encoding.ASCII.GetBytes($"From {FromLine.OwnSender} {time}\n"));
        MboxQuoting.Write(target, message.Raw.Span);
        target.WriteByte((byte)'\n');
    }
}
