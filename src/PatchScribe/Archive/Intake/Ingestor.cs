using PatchScribe.Archive.Discussions;
using PatchScribe.Archive.Storage;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;
using PatchScribe.Mail.Sources;

namespace PatchScribe.Archive.Intake;

/// <summary>
/// Brings mailboxes into the archive: decoding on all cores, writing in one thread, a transaction for so many mails. What comes
/// after the last transaction when the process is killed is read again the next time.
/// </summary>
internal sealed class Ingestor(ArchiveFile file, Action<ArchiveProgress> progress)
{
    /// <summary>A transaction holds at most so many bytes of mail.</summary>
    private const long TransactionBytes = 48L << 20;

    private const int TransactionMails = 8000;

    /// <summary>Diagnostics that are kept one by one; the rest is counted.</summary>
    private const int MaxDiagnostics = 1000;

    private readonly List<Diagnostic> diagnostics = [];
    private int read;
    private int added;
    private int copies;
    private int knownMails;
    private int skipped;
    private int removed;

    /// <summary>Reads the mailboxes one after the other, then makes the discussions that changed.</summary>
    public IngestCounts Ingest(IEnumerable<IMailIntake> intakes)
    {
        new DerivedData(file, progress).Refresh();
        var groups = new GroupTable(file);
        foreach (var intake in intakes)
        {
            Ingest(intake, groups);
        }

        new DiscussionWriter(file).WriteAll(progress);
        return new IngestCounts(read, added, copies, knownMails, skipped, removed, diagnostics);
    }

    private void Ingest(IMailIntake intake, GroupTable groups)
    {
        var (source, state) = Register(intake);
        var store = new MailStore(file, groups);
        var (bytes, mails, before, steps, reached) = (0L, 0, read, 0, default(string));
        try
        {
            foreach (var (incoming, entry) in OrderedParallel.Select(intake.Read(state, () => Places(source)), item => (item, Prepare(item, intake)), item => item.Bytes.Length))
            {
                Take(store, source, incoming, entry);
                reached = incoming.State ?? reached;
                bytes += incoming.Bytes.Length;
                mails++;
                if (++steps % 256 == 0)
                {
                    Progress(intake, read - before);
                }

                if (incoming.State is not null && (intake.KeepsEachState || bytes > TransactionBytes || mails >= TransactionMails))
                {
                    store.Commit(source, reached);
                    (bytes, mails) = (0, 0);
                }
            }

            store.Commit(source, reached);
        }
        catch (InputException)
        {
            // What was read before the source failed stays.
            store.Commit(source, reached);
            throw;
        }
    }

    private void Take(MailStore store, long source, Incoming incoming, MailEntry? entry)
    {
        if (incoming.Removed)
        {
            removed += store.Remove(source, incoming.Locator) ? 1 : 0;
        }
        else if (incoming.Skipped is { } reason)
        {
            skipped++;
            Note(reason);
        }
        else if (entry is not null)
        {
            read++;
            var stored = store.Add(source, incoming.Locator, entry);
            added += stored == Stored.Added ? 1 : 0;
            copies += stored == Stored.Copy ? 1 : 0;
            knownMails += stored == Stored.Known ? 1 : 0;
            if (stored == Stored.Added)
            {
                foreach (var diagnostic in entry.Diagnostics)
                {
                    Note(diagnostic);
                }
            }
        }
    }

    /// <summary>The number of mails of a source is not known before they are read; it is taken from the share that was.</summary>
    private void Progress(IMailIntake intake, long mails) =>
        progress(new ArchiveProgress("mails", mails, intake.Share > 0 ? (long)Math.Max(mails, mails / intake.Share) : 0, intake.Location));

    private void Note(Diagnostic diagnostic)
    {
        if (diagnostics.Count < MaxDiagnostics)
        {
            diagnostics.Add(diagnostic);
        }
    }

    private static MailEntry? Prepare(Incoming incoming, IMailIntake intake) =>
        incoming.Skipped is not null || incoming.Removed || incoming.Locator.Length == 0 ? null
        : MailEntry.Of(incoming.Pasted ? PastedPageReader.Read(incoming.Bytes, intake.Location) : MessageReader.Read(incoming.Bytes, intake.Location, null), intake.KeepsRaw);

    private (long Id, string State) Register(IMailIntake intake)
    {
        file.Statement("INSERT OR IGNORE INTO source(kind, location) VALUES(?, ?)").Bind(1, intake.Kind).Bind(2, intake.Location).Run();
        var row = file.Statement("SELECT id, state FROM source WHERE location=?").Bind(1, intake.Location);
        row.Step();
        var result = (row.Integer(0), row.Text(1));
        row.Reset();
        return result;
    }

    private HashSet<byte[]> Places(long source)
    {
        var places = new HashSet<byte[]>(ByteSet.Comparer);
        var rows = file.Statement("SELECT locator FROM place WHERE source=?").Bind(1, source);
        while (rows.Step())
        {
            places.Add(rows.Bytes(0));
        }

        return places;
    }
}
