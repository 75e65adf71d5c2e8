using System.Reflection;
using System.Text;

namespace PatchScribe.Benchmarks;

/// <summary>
/// MimeKit doing the same work. It does not restore from the registry that this project builds with, so it is built
/// from its source beside the checkout and bound at run time.
/// </summary>
internal sealed class MimeKitPeer
{
    private readonly Type parserType;

    public MimeKitPeer(string assembly)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        parserType = Assembly.LoadFrom(Path.GetFullPath(assembly)).GetType("MimeKit.MimeParser", throwOnError: true)!;
    }

    /// <summary>Parses every message of an mbox and reads the fields and the text that ours gives.</summary>
    public (int Messages, long Characters) Count(byte[] mbox)
    {
        var format = Enum.Parse(parserType.Assembly.GetType("MimeKit.MimeFormat", throwOnError: true)!, "Mbox");
        dynamic parser = Activator.CreateInstance(parserType, new MemoryStream(mbox), format, true)!;
        var (count, characters) = (0, 0L);
        while (!parser.IsEndOfStream)
        {
            dynamic message = parser.ParseMessage(CancellationToken.None);
            count++;
            _ = (DateTimeOffset)message.Date;
            _ = (string?)message.MessageId + (string?)message.InReplyTo;
            characters += Length((string?)message.Subject) + (int)message.From.Count + (int)message.To.Count + (int)message.Cc.Count + (int)message.References.Count + Text(message);
        }

        return (count, characters);
    }

    /// <summary>Every text part, undone of its transfer encoding and charset, as ours does.</summary>
    private static long Text(dynamic message)
    {
        var length = 0L;
        foreach (dynamic part in message.BodyParts)
        {
            if ((string)part.ContentType.MediaType == "text")
            {
                length += Length((string?)part.Text);
            }
        }

        return length;
    }

    private static int Length(string? text) => text?.Length ?? 0;
}
