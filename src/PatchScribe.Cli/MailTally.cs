using PatchScribe.Diagnostics;
using PatchScribe.Mail;

namespace PatchScribe.Cli;

/// <summary>Counts what passes by when a source is read message by message, and keeps what there is to say about it.</summary>
internal sealed class MailTally
{
    private readonly List<Diagnostic> diagnostics = [];
    private int read;
    private int skipped;

    /// <summary>What has been counted so far, without the messages.</summary>
    public MailReading Reading => new([], read, skipped, diagnostics);

    /// <summary>Counts one step; returns its message, if it has one.</summary>
    public MailMessage? Add(MailItem item)
    {
        if (item.Message is { } message)
        {
            read++;
            diagnostics.AddRange(message.Diagnostics);
        }
        else if (item.Skipped is { } skip)
        {
            skipped++;
            diagnostics.Add(skip);
        }

        return item.Message;
    }
}
