namespace PatchScribe.Mail.Sources;

/// <summary>The quoting of mboxrd: a line of any number of <c>&gt;</c> and then "From " carries one more in the file.</summary>
internal static class MboxQuoting
{
    /// <summary>The bytes of a message without its quoting.</summary>
    public static byte[] Undo(ReadOnlySpan<byte> text, bool isVerbatim = false)
    {
        if (isVerbatim || text.IndexOf(">From "u8) < 0)
        {
            return text.ToArray();
        }

        var result = new byte[text.Length];
        var (length, copied) = (0, 0);
        for (var at = text.IndexOf(">From "u8); at >= 0;)
        {
            var marks = at - text[..at].LastIndexOfAnyExcept((byte)'>') - 1;
            if (marks == at || text[at - marks - 1] == '\n')
            {
                text[copied..at].CopyTo(result.AsSpan(length));
                length += at - copied;
                copied = at + 1;
            }

            var next = text[(at + 1)..].IndexOf(">From "u8);
            at = next < 0 ? -1 : at + 1 + next;
        }

        text[copied..].CopyTo(result.AsSpan(length));
        return result[..(length + text.Length - copied)];
    }

    /// <summary>Writes a message with its quoting.</summary>
    public static void Write(Stream target, ReadOnlySpan<byte> message)
    {
        var copied = 0;
        for (var at = message.IndexOf("From "u8); at >= 0;)
        {
            var line = message[..at].LastIndexOfAnyExcept((byte)'>') + 1;
            if (line == 0 || message[line - 1] == '\n')
            {
                target.Write(message[copied..line]);
                target.WriteByte((byte)'>');
                copied = line;
            }

            var next = message[(at + 1)..].IndexOf("From "u8);
            at = next < 0 ? -1 : at + 1 + next;
        }

        target.Write(message[copied..]);
    }
}
