using System.Buffers;
using System.Text;
using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Archive.Discussions;

/// <summary>
/// What the Threads stage needs of a mail, a tenth of its size: the text that is its sender's own, quotation and diff left
/// out. A diff becomes a stand-in whose patch-id is equal when the patch-ids of the diffs are. So a list is tied into
/// discussions without reading it twice.
/// </summary>
internal static class MailOutline
{
    private const int MaxOwnText = 1 << 16;

    /// <summary>Header fields that the Threads stage looks at.</summary>
    private static readonly string[] Fields = ["Auto-Submitted", "X-stable", "User-Agent"];

    [ThreadStatic]
    private static MemoryStream? buffer;

    [ThreadStatic]
    private static ArrayBufferWriter<char>? text;

    /// <summary>The outline as bytes.</summary>
    public static byte[] Write(MailMessage mail, string? patchId)
    {
        var bytes = buffer ??= new MemoryStream(1 << 12);
        bytes.SetLength(0);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true);
        Write(writer, mail.From);
        Write(writer, mail.Author);
        writer.Write(mail.InReplyTo ?? "");
        writer.Write7BitEncodedInt(mail.References.Count);
        foreach (var reference in mail.References)
        {
            writer.Write(reference);
        }

        var fields = Fields.Select(name => (Name: name, Value: mail.HeaderNamed(name))).Where(field => field.Value is not null).ToList();
        writer.Write7BitEncodedInt(fields.Count);
        foreach (var field in fields)
        {
            writer.Write(field.Name);
            writer.Write(field.Value!);
        }

        var diff = MailedPatchReader.DiffStart(mail.Body);
        WriteBody(writer, mail.Body, diff, patchId);
        writer.Write(diff < 0 && patchId is not null ? StandIn(patchId) : "");
        writer.Write(mail.Pasted);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>The mail that the Threads stage gets.</summary>
    public static MailMessage Read(string messageId, string subject, DateTimeOffset? date, byte[] outline)
    {
        using var reader = new BinaryReader(new MemoryStream(outline), Encoding.UTF8);
        var (from, author) = (ReadAddress(reader), ReadAddress(reader));
        var inReplyTo = reader.ReadString();
        var references = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < references.Length; i++)
        {
            references[i] = reader.ReadString();
        }

        var fields = new MailHeader[reader.Read7BitEncodedInt()];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = new MailHeader(reader.ReadString(), reader.ReadString());
        }

        var (body, attached) = (reader.ReadString(), reader.ReadString());
        return new MailMessage
        {
            MessageId = messageId,
            Subject = subject,
            Date = date,
            From = from,
            Author = author,
            InReplyTo = inReplyTo.Length == 0 ? null : inReplyTo,
            References = references,
            Headers = fields,
            Body = body,
            Pasted = reader.ReadBoolean(),
            Parts = attached.Length == 0 ? [] : [new MailPart("text/plain", null, null, body.Length, body), new MailPart("text/x-patch", null, null, attached.Length, attached)],
        };
    }

    /// <summary>Runs of quoted lines become one mark, except the lists of applied patches; the diff becomes its stand-in.</summary>
    private static void WriteBody(BinaryWriter writer, string body, int diff, string? patchId)
    {
        var kept = text ??= new ArrayBufferWriter<char>(1 << 12);
        kept.ResetWrittenCount();
        var (quoted, first) = (false, true);
        foreach (var line in body.AsSpan(0, Math.Min(diff < 0 ? body.Length : diff, MaxOwnText)).EnumerateLines())
        {
            var isQuoted = line.StartsWith(">") && !line.StartsWith("> [") && !line.StartsWith(">[");
            if (!isQuoted || !quoted)
            {
                kept.Write(first ? "" : "\n");
                kept.Write(isQuoted ? ">" : line);
                first = false;
            }

            quoted = isQuoted;
        }

        if (diff >= 0)
        {
            kept.Write(patchId is null ? "diff --git a/x b/x\n" : StandIn(patchId));
            kept.Write(DiffPlace.Tail(body, diff));
        }

        writer.Write7BitEncodedInt(Encoding.UTF8.GetByteCount(kept.WrittenSpan));
        writer.Write(kept.WrittenSpan);
    }

    private static string StandIn(string patchId) => $"diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-{patchId}\n+x\n";

    private static void Write(BinaryWriter writer, MailAddress address)
    {
        writer.Write(address.Name);
        writer.Write(address.Email);
    }

    private static MailAddress ReadAddress(BinaryReader reader) => new(reader.ReadString(), reader.ReadString());
}
