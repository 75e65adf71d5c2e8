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
public sealed class MessagesMboxWriter(Stream target)
{
    private bool started;
    private bool endsInLineBreak;

    /// <summary>Appends one message; an <see cref="InputException"/> for a pasted page, which is no mail.</summary>
    public void Write(MailMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Pasted)
        {
            throw new InputException($"{message.Source} is a pasted page, which no mailbox can hold", "use --format text or json");
        }

        var time = (message.Date ?? DateTimeOffset.UnixEpoch).UtcDateTime.ToString("ddd MMM d HH:mm:ss yyyy", CultureInfo.InvariantCulture);
        target.Write(Encoding.ASCII.GetBytes($"{(started ? "\n" : "")}From {FromLine.OwnSender} {time}\n"));
        MboxQuoting.Write(target, message.Raw.Span);
        (started, endsInLineBreak) = (true, message.Raw.Span.EndsWith("\n"u8));
    }

    /// <summary>Ends the mailbox behind the last message.</summary>
    public void End()
    {
        if (endsInLineBreak)
        {
            target.WriteByte((byte)'\n');
        }
    }
}
