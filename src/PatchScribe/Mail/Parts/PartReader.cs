using System.Buffers;
using PatchScribe.Diagnostics;
using PatchScribe.Mail.Decoding;

namespace PatchScribe.Mail.Parts;

/// <summary>The leaves of a MIME tree (RFC 2046) in order, without recursion and within <see cref="MailLimits"/>.</summary>
internal sealed class PartReader(string? source, int? line)
{
    private readonly List<PartLeaf> leaves = [];
    private readonly Stack<Entity> open = new();
    private int seen;
    private int groups;
    private long decoded;

    /// <summary>What was left out and why.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The decoded leaves of a message whose header has been read.</summary>
    public List<PartLeaf> Read(ReadOnlyMemory<byte> message, EntityHeader header)
    {
        Take(new Entity(message, Depth: 0, Group: -1, InDigest: false, Forwarded: false, IsMessage: true), header);
        while (open.TryPop(out var next))
        {
            Take(next, EntityHeader.Read(next.Bytes.Span, next.InDigest, next.IsMessage));
        }

        return leaves;
    }

    private void Take(Entity entity, EntityHeader header)
    {
        seen++;
        var body = entity.Bytes[header.BodyStart..];
        var isMultipart = header.Type.StartsWith("multipart/", StringComparison.Ordinal);
        if ((isMultipart || header.Type is "message/rfc822" or "message/global") && !IsTooDeep(entity))
        {
            // RFC 2045 section 6.4 forbids coding a multipart; some gateways say base64 all the same and code nothing.
            var says = header.Encoding != TransferEncoding.Identity;
            if (says && !(isMultipart && BoundaryScanner.Find(body.Span, header.Content["boundary"], limit: 1).Count > 0))
            {
                body = Decode(body.Span, header.Encoding);
            }

            if (isMultipart ? PushChildren(entity, header, body) : PushForwarded(entity, body))
            {
                return;
            }
        }

        leaves.Add(Leaf(entity, header, body.Span, isMultipart));
    }

    private bool IsTooDeep(Entity entity)
    {
        if (entity.Depth >= MailLimits.NestingDepth)
        {
            Say(DiagnosticIds.MailNestedTooDeep, $"parts nest deeper than {MailLimits.NestingDepth}; the innermost is kept as it is");
        }

        return entity.Depth >= MailLimits.NestingDepth;
    }

    private bool PushForwarded(Entity entity, ReadOnlyMemory<byte> body)
    {
        open.Push(entity with { Bytes = body, Depth = entity.Depth + 1, InDigest = false, Forwarded = true, IsMessage = true });
        return !body.IsEmpty;
    }

    private bool PushChildren(Entity entity, EntityHeader header, ReadOnlyMemory<byte> body)
    {
        var room = MailLimits.Parts - seen - open.Count;
        var parts = BoundaryScanner.Find(body.Span, header.Content["boundary"], room + 1);
        if (parts.Count > room)
        {
            Say(DiagnosticIds.MailTooManyParts, $"more than {MailLimits.Parts} parts; the rest is left out");
            parts.RemoveRange(room, parts.Count - room);
        }

        var group = entity.Group < 0 && header.Type == "multipart/alternative" ? groups++ : entity.Group;
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            open.Push(new Entity(body[parts[i]], entity.Depth + 1, group, header.Type == "multipart/digest", entity.Forwarded, IsMessage: false));
        }

        return parts.Count > 0 || room <= 0;
    }

    private PartLeaf Leaf(Entity entity, EntityHeader header, ReadOnlySpan<byte> body, bool isBrokenMultipart)
    {
        var type = isBrokenMultipart ? EntityHeader.PlainText.Value : header.Type;
        var fileName = header.FileName;
        var isText = type.StartsWith("text/", StringComparison.Ordinal) || IsPatchName(fileName) || type is "application/x-patch" or "application/x-diff";
        var charset = header.Charset;
        var (length, text) = header.Encoding == TransferEncoding.Identity
            ? (body.Length, isText ? Text(body, charset) : null)
            : Decoded(body, header.Encoding, isText, charset);
        return new PartLeaf(new MailPart(type, charset, fileName, length, text) { Forwarded = entity.Forwarded }, header, entity.Group);
    }

    private (int Length, string? Text) Decoded(ReadOnlySpan<byte> body, TransferEncoding encoding, bool isText, string? charset)
    {
        var pooled = ArrayPool<byte>.Shared.Rent(body.Length);
        try
        {
            var length = TransferDecoder.Decode(body, encoding, pooled);
            return (length, isText ? Text(pooled.AsSpan(0, length), charset) : null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(pooled);
        }
    }

    private string? Text(ReadOnlySpan<byte> bytes, string? charset)
    {
        decoded += bytes.Length;
        if (decoded > MailLimits.DecodedBytes)
        {
            Say(DiagnosticIds.MailDecodedTooLarge, $"more than {MailLimits.DecodedBytes} bytes of text; the rest is not decoded");
            return null;
        }

        var text = CharsetDecoder.Decode(bytes, charset);
        return text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text;
    }

    private static byte[] Decode(ReadOnlySpan<byte> body, TransferEncoding encoding)
    {
        var bytes = new byte[body.Length];
        return bytes[..TransferDecoder.Decode(body, encoding, bytes)];
    }

    private static bool IsPatchName(string? name) => name is not null
        && (name.EndsWith(".patch", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".diff", StringComparison.OrdinalIgnoreCase));

    private void Say(string id, string what)
    {
        if (!Diagnostics.Exists(one => one.Id == id))
        {
            Diagnostics.Add(new Diagnostic(id, Severity.Warning, what, source, line));
        }
    }

    private readonly record struct Entity(ReadOnlyMemory<byte> Bytes, int Depth, int Group, bool InDigest, bool Forwarded, bool IsMessage);
}

/// <summary>A leaf with what chooses the body: its header, and the number of the outermost multipart/alternative it is in, or -1.</summary>
internal sealed record PartLeaf(MailPart Part, EntityHeader Header, int Group);
