using System.IO.Compression;
using PatchScribe.Diagnostics;

namespace PatchScribe.Mail;

/// <summary>Reads mail from an mbox (plain or gzip), a single message, or a stream of either.</summary>
public static class MailReader
{
    /// <summary>The largest message that is decoded, in bytes; a larger one is skipped with a diagnostic.</summary>
    public const int MaxMessageBytes = 64 * 1024 * 1024;

    /// <summary>Reads a file; an InputException when there is none or it holds no mail.</summary>
    public static MailReading ReadAll(string source)
    {
        if (!File.Exists(source))
        {
            throw new InputException($"no such file: {source}", "give the path of an mbox or of one message");
        }

        using var stream = File.OpenRead(source);
        return ReadAll(stream, source);
    }

    /// <summary>Reads a stream to its end; <paramref name="name"/> is what messages to the user call it.</summary>
    public static MailReading ReadAll(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var bytes = Plain(ReadBytes(stream), name);
        if (bytes.AsSpan().TrimStart(" \t\r\n"u8).IsEmpty)
        {
            throw new InputException($"{name} is empty", "give an mbox or a message with its headers");
        }

        if (PastedPageReader.IsPasted(bytes))
        {
            return new MailReading([PastedPageReader.Read(bytes, name)], Read: 1, Skipped: 0, []);
        }

        var messages = new List<MailMessage>();
        var diagnostics = new List<Diagnostic>();
        var skipped = 0;
        foreach (var (raw, line) in MboxSplitter.Split(bytes))
        {
            if (raw.Length > MaxMessageBytes)
            {
                skipped++;
                diagnostics.Add(new(DiagnosticIds.MailTooLarge, Severity.Warning, $"message of {raw.Length} bytes skipped", name, line));
                continue;
            }

            var message = MessageReader.Read(raw, name, line);
            messages.Add(message);
            diagnostics.AddRange(message.Diagnostics);
        }

        return new MailReading(messages, messages.Count, skipped, diagnostics);
    }

    private static byte[] ReadBytes(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static byte[] Plain(byte[] bytes, string name)
    {
        if (!bytes.AsSpan().StartsWith(new byte[] { 0x1F, 0x8B }))
        {
            return bytes;
        }

        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            return ReadBytes(gzip);
        }
        catch (InvalidDataException e)
        {
            throw new InputException($"{name} is a damaged gzip file", "unpack it with gzip to see what can be saved", e);
        }
    }
}
