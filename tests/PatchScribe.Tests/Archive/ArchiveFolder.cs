using PatchScribe.Archive;
using PatchScribe.Archive.Remote;

namespace PatchScribe.Tests.Archive;

/// <summary>A temporary folder with mailboxes made by hand and an archive.</summary>
internal sealed class ArchiveFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("patchscribe-").FullName;

    public string ArchivePath => PathOf("archive.sqlite");

    public string PathOf(string name) => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static string Letter(string id, string subject, string body, int day = 1, string from = "Ines Marlow <ines@example.org>", string? answers = null, string headers = "") =>
        $"From: {from}\nTo: list@example.org\nSubject: {subject}\nDate: {new DateTime(2026, 5, day):ddd, dd MMM yyyy} 09:00:00 +0000\nMessage-ID: <{id}>\n"
        + (answers is null ? "" : $"In-Reply-To: <{answers}>\nReferences: <{answers}>\n") + headers + "\n" + body;

    public string Write(string name, params string[] mails)
    {
        var path = PathOf(name);
        File.AppendAllText(path, string.Concat(mails.Select(mail => $"From mboxrd@z Thu Jan  1 00:00:00 1970\n{mail}\n")));
        return path;
    }

    public IngestCounts Ingest(string source, IReadOnlyList<ImapAccount>? accounts = null)
    {
        using var archive = MailArchive.Open(ArchivePath, create: true);
        return archive.Ingest(source, accounts ?? [], _ => { });
    }

    /// <summary>Message-IDs that a query finds, newest first.</summary>
    public string Search(string query, int limit = 50)
    {
        using var archive = MailArchive.Open(ArchivePath);
        return string.Join(' ', archive.Search(query, limit, new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero)).Mails.Select(mail => mail.MessageId));
    }

    public T With<T>(Func<MailArchive, T> work)
    {
        using var archive = MailArchive.Open(ArchivePath);
        return work(archive);
    }
}
