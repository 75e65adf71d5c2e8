using System.Globalization;
using System.Security.Cryptography;
using PatchScribe.Archive.Intake;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;
using PatchScribe.Mail.Sources;

namespace PatchScribe.Archive.Remote;

/// <summary>
/// A folder of an IMAP server. State: UIDVALIDITY and the last UID that was read, after every batch; when UIDVALIDITY changes the folder
/// is read again, and mails that are known are known again by their bytes.
/// </summary>
internal sealed class ImapIntake(ImapAddress address, ImapAccount account, ImapLimits limits) : IMailIntake
{
    public string Kind => "imap";

    public string Location { get; } = address.ToString();

    public bool KeepsRaw => true;

    public bool KeepsEachState => true;

    public double Share { get; private set; }

    public IEnumerable<Incoming> Read(string state, Func<IReadOnlySet<byte[]>> known)
    {
        using var session = new ImapSession(address, account, limits);
        var uids = session.After(Start(state, session.Validity));
        var done = 0;
        foreach (var chunk in uids.Chunk(limits.SizesAtOnce))
        {
            var sizes = session.Sizes(chunk);
            foreach (var batch in Batches(chunk, sizes))
            {
                foreach (var incoming in Fetch(session, batch, sizes))
                {
                    yield return incoming;
                }

                done += batch.Count;
                Share = (double)done / uids.Count;
                yield return Incoming.Reached(FormattableString.Invariant($"{session.Validity}:{batch[^1]}"));
            }
        }
    }

    private static uint Start(string state, uint validity) =>
        state.Split(':') is [var was, var last] && was == validity.ToString(CultureInfo.InvariantCulture) && uint.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var uid) ? uid : 0;

    private IEnumerable<List<uint>> Batches(uint[] uids, IReadOnlyDictionary<uint, long> sizes)
    {
        var (batch, bytes) = (new List<uint>(), 0L);
        foreach (var uid in uids)
        {
            var size = Math.Min(sizes.GetValueOrDefault(uid), MailLimits.MessageBytes);
            if (batch.Count > 0 && bytes + size > limits.BatchBytes)
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(uid);
            bytes += size;
        }

        yield return batch;
    }

    private IEnumerable<Incoming> Fetch(ImapSession session, List<uint> batch, IReadOnlyDictionary<uint, long> sizes)
    {
        var wanted = batch.Where(uid => sizes.TryGetValue(uid, out var size) && size <= MailLimits.MessageBytes).ToList();
        var mails = wanted.Count == 0 ? new Dictionary<uint, byte[]>() : session.Fetch(wanted, wanted.Sum(uid => sizes[uid]));
        foreach (var uid in batch)
        {
            yield return mails.TryGetValue(uid, out var mail)
                ? new Incoming(SHA256.HashData(mail)[..16], mail) { Skipped = SourceSniffer.Kind(mail) == SourceKind.Mail ? null : Skip(DiagnosticIds.MailNotMail, uid, "is no mail: it has no header fields") }
                : new Incoming([], default)
                {
                    Skipped = sizes.TryGetValue(uid, out var size) && size > MailLimits.MessageBytes ? Skip(DiagnosticIds.MailTooLarge, uid, $"of {size} bytes skipped, the limit is {MailLimits.MessageBytes}")
                        : Skip(DiagnosticIds.ArchiveMailNotSent, uid, "was not sent by the server: it may be gone in the meantime"),
                };
        }
    }

    private Diagnostic Skip(string id, uint uid, string why) => new(id, Severity.Warning, $"mail with UID {uid} {why}", Location);
}
