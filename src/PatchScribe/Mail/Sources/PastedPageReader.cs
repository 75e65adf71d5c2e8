using PatchScribe.Mail.Decoding;

namespace PatchScribe.Mail.Sources;

/// <summary>
/// Reads text that was pasted from a web archive: no header fields, quote marks possibly lost. It becomes one message
/// whose sender is not known; its lines keep their numbers.
/// </summary>
internal static class PastedPageReader
{
    /// <summary>What tells a discussion or a diff from any other text.</summary>
    private static readonly string[] Marks =
        [" wrote:\n", " writes:\n", " schrieb:\n", "\n> ", "-by: ", "\ndiff --git ", "\n--- ", "\n@@ ", "\nSubject:", "\nMessage-ID:", "[PATCH", "\nFrom:", "\nRe:"];

    /// <summary>True when text without header fields is a discussion, a proposed log with tags, or a diff.</summary>
    public static bool IsPasted(string text) => Array.Exists(Marks, mark => ("\n" + text).Contains(mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text of a page, LF line ends.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => CharsetDecoder.Decode(bytes, null).Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>The whole page as one message.</summary>
    public static MailMessage Read(ReadOnlyMemory<byte> bytes, string source)
    {
        var text = Text(bytes.Span);
        return new MailMessage
        {
            MessageId = MessageReader.SyntheticId(bytes.Span),
            Synthetic = true,
            From = new MailAddress("unknown", ""),
            Author = new MailAddress("unknown", ""),
            Subject = "",
            Body = text,
            Pasted = true,
            Parts = [new MailPart("text/plain", null, null, bytes.Length, text)],
            Source = source,
            SourceLine = 1,
            BodyLine = 1,
            Raw = bytes,
        };
    }
}
