using PatchScribe.Archive.Discussions;
using PatchScribe.Archive.Intake;
using PatchScribe.Archive.Queries;
using PatchScribe.Archive.Remote;
using PatchScribe.Archive.Storage;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;

namespace PatchScribe.Archive;

/// <summary>
/// A local index of whole mailing lists in one SQLite file. In: mailboxes; out: searches, lists of discussions, and the mails of a
/// discussion. The file holds no text twice and can be rebuilt from the mailboxes at any time. What SQLite reports becomes an
/// <see cref="InputException"/>.
/// </summary>
public sealed class MailArchive : IDisposable
{
    private readonly ArchiveFile file;

    private MailArchive(ArchiveFile file) => this.file = file;

    /// <summary>Opens an archive; with <paramref name="create"/> it is made when it is not there.</summary>
    public static MailArchive Open(string path, bool create = false) => new(ArchiveFile.Open(path, create));

    /// <summary>Brings in what is new in a source: a path of an mbox, a Maildir, a public-inbox, a tree of these, or the URL of a thread or of an IMAP folder.</summary>
    public IngestCounts Ingest(string source, IReadOnlyList<ImapAccount> accounts, Action<ArchiveProgress> progress) =>
        Said(() => new Ingestor(file, progress).Ingest(IntakeFinder.Find(source, accounts)));

    /// <summary>The newest mails that a query asks for (docs/archive.md); <paramref name="now"/> is what relative dates count from.</summary>
    public SearchResult Search(string query, int limit, DateTimeOffset now) => Said(() => new SearchRunner(file).Run(QueryParser.Parse(query, now), limit));

    /// <summary>The mails of a search, whole; those that are gone are diagnostics.</summary>
    public MailReading Load(IReadOnlyList<FoundMail> found) => Said(() =>
    {
        var loader = new MailLoader(file);
        var mails = loader.Load([.. found.Select(one => one.Id)]);
        return new MailReading(mails, mails.Count, found.Count - mails.Count, loader.Diagnostics);
    });

    /// <summary>Discussions, the one that moved last first; <paramref name="awaiting"/> is author, reviewer or null for all.</summary>
    public IReadOnlyList<ThreadLine> Threads(DateTimeOffset? since, DateTimeOffset now, string? awaiting, Action<ArchiveProgress> progress) =>
        Said(() => new ThreadList(file).Read(since, now, awaiting, progress));

    /// <summary>Every mail of the discussion that holds one of the Message-IDs (the first one known), or null.</summary>
    public MailReading? ReadDiscussion(IEnumerable<string> messageIds) => Said(() =>
    {
        var reader = new DiscussionReader(file);
        return reader.Find(messageIds) is { } found ? new MailReading(found.Messages, found.Messages.Count, reader.Diagnostics.Count, reader.Diagnostics) : null;
    });

    /// <summary>What is in the archive.</summary>
    public ArchiveStats Statistics() => Said(() => ArchiveStatistics.Read(file));

    /// <summary>What is wrong with the archive, or differs from its sources; empty when all is well.</summary>
    public IReadOnlyList<Diagnostic> Check() => Said(() => ArchiveCheck.Run(file));

    /// <summary>True for the URL of a message in a public-inbox on the web, or of a folder on an IMAP server.</summary>
    public static bool IsUrl(string source) => WebThread.IsUrl(source) || ImapAddress.Is(source);

    /// <summary>Fetches the thread of a message's page, or the mails of an IMAP folder; nothing is kept.</summary>
    public static MailReading Fetch(string url, IReadOnlyList<ImapAccount> accounts)
    {
        if (ImapAddress.Is(url))
        {
            return OfServer(IntakeFinder.Find(url, accounts)[0]);
        }

        var page = WebThread.Page(url);
        using var mailbox = WebThread.Fetch(page, "", WebLimits.Usual).Mailbox;
        return MailReader.ReadAll(mailbox!, page.AbsoluteUri);
    }

    /// <summary>The URL of a message in an inbox on the web.</summary>
    public static string PageOf(string inbox, string messageId) => WebThread.PageOf(inbox, messageId);

    /// <summary>The start of a time that a user gives, as in <c>d:</c> of a query; null when it is none.</summary>
    public static DateTimeOffset? ParseTime(string text, DateTimeOffset now) =>
        DateRange.Moment(text, now) is { } moment ? DateTimeOffset.FromUnixTimeSeconds(moment.From) : null;

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static MailReading OfServer(IMailIntake folder)
    {
        var (mails, skipped) = (new List<MailMessage>(), new List<Diagnostic>());
        foreach (var incoming in folder.Read("", static () => new HashSet<byte[]>()))
        {
            if (incoming.Skipped is { } reason)
            {
                skipped.Add(reason);
            }
            else if (incoming.Locator.Length > 0)
            {
                mails.Add(MessageReader.Read(incoming.Bytes, folder.Location, null));
            }
        }

        return mails.Count + skipped.Count == 0 ? throw new InputException($"{folder.Location} holds no mail", "give another folder")
            : new MailReading(mails, mails.Count, skipped.Count, [.. mails.SelectMany(mail => mail.Diagnostics), .. skipped]);
    }

    private T Said<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ArchiveFailure e)
        {
            throw e.ToInput(file.Path);
        }
        catch (Microsoft.Data.Sqlite.SqliteException e)
        {
            throw new ArchiveFailure(e.SqliteErrorCode, e.Message).ToInput(file.Path);
        }
    }
}
