namespace PatchScribe.Mail;

/// <summary>
/// Splits an mbox at its From_ lines: at the start or after an empty line, with a time of day and ending in a year
/// or zone, so that a sentence that begins with "From " stays body. Bytes without a From_ line are one message.
/// </summary>
internal static class MboxSplitter
{
    /// <summary>The messages in order, envelope removed and mboxrd quoting undone, each with its 1-based first line.</summary>
    public static IEnumerable<(byte[] Message, int Line)> Split(byte[] bytes)
    {
        if (!IsFromLine(FirstLine(bytes, 0)))
        {
            yield return (bytes, 1);
            yield break;
        }

        var message = new MemoryStream();
        var (line, first, afterEmpty) = (0, 2, true);
        for (var at = 0; at < bytes.Length;)
        {
            line++;
            var length = FirstLine(bytes, at).Length;
            if (afterEmpty && IsFromLine(bytes.AsSpan(at, length)))
            {
                if (line > 1)
                {
                    yield return (WithoutSeparator(message), first);
                }

                message = new MemoryStream();
                first = line + 1;
                afterEmpty = false;
            }
            else
            {
                var text = bytes.AsSpan(at, length);
                afterEmpty = text.TrimEnd("\r\n"u8).IsEmpty;
                message.Write(IsQuotedFrom(text) ? text[1..] : text);
            }

            at += length;
        }

        yield return (WithoutSeparator(message), first);
    }

    private static ReadOnlySpan<byte> FirstLine(byte[] bytes, int at)
    {
        var rest = bytes.AsSpan(at);
        var end = rest.IndexOf((byte)'\n');
        return end < 0 ? rest : rest[..(end + 1)];
    }

    private static byte[] WithoutSeparator(MemoryStream message)
    {
        var bytes = message.ToArray();
        return bytes.AsSpan().EndsWith("\n\r\n"u8) ? bytes[..^2] : bytes.AsSpan().EndsWith("\n\n"u8) ? bytes[..^1] : bytes;
    }

    private static bool IsQuotedFrom(ReadOnlySpan<byte> line) =>
        line.Length > 0 && line[0] == '>' && line.TrimStart((byte)'>').StartsWith("From "u8);

    private static bool IsFromLine(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8))
        {
            return false;
        }

        var colon = line.IndexOf((byte)':');
        var text = line.TrimEnd("\r\n "u8);
        return colon > 5 && colon + 2 < text.Length
            && char.IsAsciiDigit((char)text[colon - 1])
            && char.IsAsciiDigit((char)text[colon + 1])
            && char.IsAsciiDigit((char)text[^1]);
    }
}
