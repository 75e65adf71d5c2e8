using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Mail.Decoding;

namespace PatchScribe.Mail;

/// <summary>The leaves of a MIME tree (RFC 2046) in order, without recursion and with at most <see cref="MaxParts"/> parts.</summary>
internal static class PartReader
{
    /// <summary>How many parts, leaves and containers together, of one message are looked at.</summary>
    public const int MaxParts = 1000;

    /// <summary>The decoded leaves of the entity that the bytes are.</summary>
    public static List<MailPart> Read(byte[] entity, List<Diagnostic> diagnostics, string? source)
    {
        var leaves = new List<MailPart>();
        var open = new Stack<byte[]>([entity]);
        for (var seen = 0; open.TryPop(out var next); seen++)
        {
            if (seen == MaxParts)
            {
                diagnostics.Add(new(DiagnosticIds.MailTooManyParts, Severity.Warning, $"more than {MaxParts} parts; the rest is left out", source));
                break;
            }

            var (fields, start) = HeaderReader.Read(next);
            var content = HeaderReader.First(fields, "Content-Type");
            var type = content.Split(';')[0].Trim().ToLowerInvariant();
            var boundary = HeaderReader.Parameter(content, "boundary");
            if (type.StartsWith("multipart/", StringComparison.Ordinal) && boundary is not null)
            {
                foreach (var child in Children(next.AsSpan(start), boundary).AsEnumerable().Reverse())
                {
                    open.Push(child);
                }
            }
            else
            {
                leaves.Add(Leaf(next.AsSpan(start), fields, content, type.Length == 0 ? "text/plain" : type));
            }
        }

        return leaves;
    }

    private static MailPart Leaf(ReadOnlySpan<byte> body, List<MailHeader> fields, string content, string type)
    {
        var bytes = TransferDecoder.Decode(body, HeaderReader.First(fields, "Content-Transfer-Encoding").Trim().ToLowerInvariant());
        var charset = HeaderReader.Parameter(content, "charset");
        var file = HeaderReader.Parameter(HeaderReader.First(fields, "Content-Disposition"), "filename")
            ?? HeaderReader.Parameter(content, "name");
        var readable = type.StartsWith("text/", StringComparison.Ordinal)
            || (file is not null && (file.EndsWith(".patch", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".diff", StringComparison.OrdinalIgnoreCase)));
        var text = readable ? CharsetDecoder.Decode(bytes, charset).Replace("\r\n", "\n", StringComparison.Ordinal) : null;
        return new MailPart(type, charset, file is null ? null : EncodedWords.Decode(file), bytes.Length, text);
    }

    private static List<byte[]> Children(ReadOnlySpan<byte> body, string boundary)
    {
        var children = new List<byte[]>();
        var mark = Encoding.UTF8.GetBytes("--" + boundary);
        var (start, at) = (-1, 0);
        while (at < body.Length)
        {
            var end = body[at..].IndexOf((byte)'\n');
            var next = end < 0 ? body.Length : at + end + 1;
            var line = body[at..next].TrimEnd(" \t\r\n"u8);
            if (line.StartsWith(mark) && (line.Length == mark.Length || line[mark.Length..].SequenceEqual("--"u8)))
            {
                if (start >= 0)
                {
                    children.Add(body[start..Math.Max(start, at - 1)].ToArray());
                }

                start = line.Length == mark.Length ? next : body.Length;
                if (line.Length != mark.Length)
                {
                    return children;
                }
            }

            at = next;
        }

        if (start >= 0)
        {
            children.Add(body[start..].ToArray());
        }

        return children;
    }
}
