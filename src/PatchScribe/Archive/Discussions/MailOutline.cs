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
    private static readonly string[] Fields = ["Auto-Submitted", "X-stable"];

    /// <summary>The outline as bytes.</summary>
    public static byte[] Write(MailMessage mail, string? patchId)
    {
        using var bytes = new MemoryStream(512);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        Write(writer, mail.From);
        Write(writer, mail.Author);
        writer.Write(mail.InReplyTo ?? "");
        writer.Write7BitEncodedInt(mail.References.Count);
        foreach (var reference in mail.References)
        {
            writer.Write(reference);
        }

        var fields = mail.Headers.Where(field => Fields.Contains(field.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        writer.Write7BitEncodedInt(fields.Count);
        foreach (var field in fields)
        {
            writer.Write(field.Name);
            writer.Write(field.Value);
        }

        var diff = MailedPatchReader.DiffStart(mail.Body);
        writer.Write(Body(mail.Body, diff, patchId));
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
    private static string Body(string body, int diff, string? patchId)
    {
        var kept = new StringBuilder(Math.Min(body.Length, 2048));
        var quoted = false;
        foreach (var line in body.AsSpan(0, Math.Min(diff < 0 ? body.Length : diff, MaxOwnText)).EnumerateLines())
        {
            var isQuoted = line.StartsWith(">") && !line.StartsWith("> [") && !line.StartsWith(">[");
            if (!isQuoted)
            {
                kept.Append(line).Append('\n');
            }
            else if (!quoted)
            {
                kept.Append(">\n");
            }

            quoted = isQuoted;
        }

        kept.Length -= kept.Length > 0 ? 1 : 0;
        if (diff >= 0)
        {
            kept.Append(patchId is null ? "diff --git a/x b/x\n" : StandIn(patchId)).Append(DiffPlace.Tail(body, diff));
        }

        return kept.ToString();
    }

    private static string StandIn(string patchId) => $"diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-{patchId}\n+x\n";

    private static void Write(BinaryWriter writer, MailAddress address)
    {
        writer.Write(address.Name);
        writer.Write(address.Email);
    }

    private static MailAddress ReadAddress(BinaryReader reader) => new(reader.ReadString(), reader.ReadString());
}
