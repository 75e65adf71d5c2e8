using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;
using PatchScribe.Mail.Sources;

namespace PatchScribe.Archive.Storage;

/// <summary>A mail of the archive as it was sent: its row, its name there, its bytes.</summary>
internal readonly record struct StoredMail(long Id, string Name, byte[] Bytes);

/// <summary>Reads the mails of the archive whole again, from where they are: the blob of a public-inbox, else the bytes kept.</summary>
internal sealed class MailLoader(ArchiveFile file)
{
    private readonly List<Diagnostic> diagnostics = [];
    private readonly KeptMails kept = new(file);

    /// <summary>Mails that are not where they came from any more.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>The mails of the ids in their order; those that are gone are left out, with a diagnostic.</summary>
    public IReadOnlyList<MailMessage> Load(IReadOnlyList<long> ids) => [.. OrderedParallel.Select(Read(ids), Decode, mail => mail.Bytes.Length)];

    /// <summary>The same, not decoded.</summary>
    public IReadOnlyList<StoredMail> Read(IReadOnlyList<long> ids)
    {
        var bytes = new Dictionary<long, byte[]>();
        var blobs = new Dictionary<string, List<(long Id, byte[] Blob)>>(StringComparer.Ordinal);
        var names = new Dictionary<long, string>();
        foreach (var id in ids)
        {
            names[id] = Name(id);
            if (kept.Read(id) is { } mail)
            {
                bytes[id] = mail;
            }
            else if (Place(id) is { } place)
            {
                (blobs.TryGetValue(place.Location, out var list) ? list : blobs[place.Location] = []).Add((id, place.Blob));
            }
        }

        foreach (var (repository, wanted) in blobs)
        {
            ReadBlobs(repository, wanted, bytes);
        }

        diagnostics.AddRange(ids.Where(id => !bytes.ContainsKey(id)).Select(id => new Diagnostic(DiagnosticIds.ArchiveMailGone, Severity.Warning, "the mail is not where it came from any more", names[id])));
        return [.. ids.Where(bytes.ContainsKey).Select(id => new StoredMail(id, names[id], bytes[id]))];
    }

    /// <summary>The mail of the bytes, under the name that it has in the archive.</summary>
    public static MailMessage Decode(StoredMail stored)
    {
        var (_, name, bytes) = stored;
        var mail = SourceSniffer.Kind(bytes) == SourceKind.Text && PastedPageReader.IsPasted(PastedPageReader.Text(bytes)) ? PastedPageReader.Read(bytes, "archive") : MessageReader.Read(bytes, null, null);
        return mail.MessageId == name ? mail : mail with { MessageId = name };
    }

    private string Name(long id)
    {
        var row = file.Statement("SELECT mid FROM message WHERE id=?").Bind(1, id);
        var name = row.Step() ? row.Text(0) : "";
        row.Reset();
        return name;
    }

    private (string Location, byte[] Blob)? Place(long id)
    {
        var row = file.Statement("SELECT location, locator FROM place JOIN source ON source.id = place.source WHERE message=? AND kind='public-inbox' LIMIT 1").Bind(1, id);
        (string, byte[])? place = row.Step() ? (row.Text(0), row.Bytes(1)) : null;
        row.Reset();
        return place;
    }

    private static void ReadBlobs(string repository, List<(long Id, byte[] Blob)> wanted, Dictionary<long, byte[]> bytes)
    {
        if (!Directory.Exists(repository))
        {
            return;
        }

        var lines = new StringBuilder();
        foreach (var (_, blob) in wanted)
        {
            lines.Append(Convert.ToHexStringLower(blob)).Append('\n');
        }

        using var stream = new BlobStream(repository, Encoding.ASCII.GetBytes(lines.ToString()));
        var at = 0;
        foreach (var (_, mail, _) in stream.Read())
        {
            if (mail is not null)
            {
                bytes[wanted[at].Id] = mail;
            }

            at++;
        }
    }
}
