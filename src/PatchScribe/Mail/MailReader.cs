using PatchScribe.Diagnostics;
using PatchScribe.Mail.Sources;

namespace PatchScribe.Mail;

/// <summary>
/// Reads mail from what people have: mbox (mboxrd, mboxo, mboxcl, mboxcl2), one message, gzip of either, a Maildir, a
/// public-inbox, a directory tree of these, or text pasted from a web archive. What it is, the bytes say. A source that
/// holds no mail is an <see cref="InputException"/>.
/// </summary>
public static class MailReader
{
    /// <summary>Reads a file or directory whole.</summary>
    public static MailReading ReadAll(string path) => Collect(Enumerate(path), path);

    /// <summary>Reads a stream to its end; <paramref name="name"/> is what messages to the user call it.</summary>
    public static MailReading ReadAll(Stream stream, string name) => Collect(Enumerate(stream, name), name);

    /// <summary>
    /// Reads a file or directory message by message, in source order, decoding on all cores; memory does not grow with
    /// the size of the source.
    /// </summary>
    public static IEnumerable<MailItem> Enumerate(string path) => Decode(Open(path));

    /// <summary>Reads a stream message by message, as <see cref="Enumerate(string)"/> does.</summary>
    public static IEnumerable<MailItem> Enumerate(Stream stream, string name) => Decode(StreamSource.Read(stream, name, takesPages: true));

    private static IEnumerable<RawMail> Open(string path)
    {
        if (Directory.Exists(path))
        {
            return PublicInbox.IsRepository(path) && PublicInbox.Find(path) is null
                ? throw new InputException($"{path} is a git repository that holds no mail", "give a public-inbox, one of its epochs, a Maildir or an mbox")
                : DirectorySource.Read(path);
        }

        return File.Exists(path) ? OfFile(path) : throw new InputException($"no such file: {path}", "give the path of an mbox, a message, a Maildir or a public-inbox");
    }

    private static IEnumerable<RawMail> OfFile(string path)
    {
        using var stream = File.OpenRead(path);
        foreach (var mail in StreamSource.Read(stream, path, takesPages: true))
        {
            yield return mail;
        }
    }

    private static IEnumerable<MailItem> Decode(IEnumerable<RawMail> mails) => OrderedParallel.Select(mails, Decode, mail => mail.Bytes.Length);

    private static MailItem Decode(RawMail mail) =>
        mail.Skipped is not null ? new MailItem(null, mail.Skipped)
        : mail.Pasted ? new MailItem(PastedPageReader.Read(mail.Bytes, mail.Source), null)
        : new MailItem(MessageReader.Read(mail.Bytes, mail.Source, mail.Line) with { ObjectId = mail.ObjectId }, null);

    private static MailReading Collect(IEnumerable<MailItem> items, string name)
    {
        var messages = new List<MailMessage>();
        var diagnostics = new List<Diagnostic>();
        var skipped = 0;
        foreach (var (message, skip) in items)
        {
            if (message is not null)
            {
                messages.Add(message);
                diagnostics.AddRange(message.Diagnostics);
            }
            else if (skip is not null)
            {
                diagnostics.Add(skip);
                skipped++;
            }
        }

        return messages.Count + skipped > 0 ? new MailReading(messages, messages.Count, skipped, diagnostics)
            : throw new InputException($"{name} holds no mail", "give an mbox, a message, a Maildir or a public-inbox");
    }
}
