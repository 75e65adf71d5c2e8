using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;
using PatchScribe.Mail.Sources;

namespace PatchScribe.Archive.Intake;

/// <summary>
/// One repository of a public-inbox. State: the newest commit that was read. The place of a mail is its blob, and the blob stays the
/// only copy of the mail. A history that was written anew is read again, and what it lost is removed.
/// </summary>
internal sealed class InboxIntake(string repository) : IMailIntake
{
    public string Kind => "public-inbox";

    public string Location { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(repository));

    public bool KeepsRaw => false;

    public double Share { get; private set; }

    public IEnumerable<Incoming> Read(string state, Func<IReadOnlySet<byte[]>> known)
    {
        var head = EpochHistory.Head(Location);
        if (head is null || head == state)
        {
            yield break;
        }

        var continues = state.Length == 0 || EpochHistory.LeadsToHead(Location, state);
        var steps = EpochHistory.Read(Location, continues ? state : "");
        if (!continues)
        {
            var here = steps.Where(step => !step.Removed).Select(step => step.Blob).ToHashSet(ByteSet.Comparer);
            foreach (var gone in known().Where(blob => !here.Contains(blob)))
            {
                yield return new Incoming(gone, default) { Removed = true };
            }
        }

        foreach (var incoming in ReadSteps(steps))
        {
            yield return incoming;
        }

        yield return Incoming.Reached(head);
    }

    /// <summary>A mail that a later step removes is not read at all.</summary>
    private IEnumerable<Incoming> ReadSteps(List<EpochStep> steps)
    {
        var last = new Dictionary<byte[], int>(ByteSet.Comparer);
        for (var i = 0; i < steps.Count; i++)
        {
            last[steps[i].Blob] = i;
        }

        var wanted = new bool[steps.Count];
        var lines = new StringBuilder();
        for (var i = 0; i < steps.Count; i++)
        {
            wanted[i] = !steps[i].Removed && !steps[last[steps[i].Blob]].Removed;
            if (wanted[i])
            {
                lines.Append(Convert.ToHexStringLower(steps[i].Blob)).Append('\n');
            }
        }

        using var blobs = new BlobStream(Location, Encoding.ASCII.GetBytes(lines.ToString()));
        using var each = blobs.Read().GetEnumerator();
        for (var i = 0; i < steps.Count; i++)
        {
            Share = (i + 1.0) / steps.Count;
            var state = i + 1 < steps.Count && steps[i + 1].Commit == steps[i].Commit ? null : steps[i].Commit;
            if (steps[i].Removed)
            {
                yield return new Incoming(steps[i].Blob, default) { Removed = true, State = state };
            }
            else if (wanted[i] && each.MoveNext())
            {
                yield return Of(each.Current, steps[i].Blob) with { State = state };
            }
        }
    }

    private Incoming Of((string Id, byte[]? Bytes, long Size) blob, byte[] id) =>
        blob.Bytes is not null ? new Incoming(id, blob.Bytes)
        : new Incoming(id, default)
        {
            Skipped = blob.Size < 0
                ? new Diagnostic(DiagnosticIds.MailObjectMissing, Severity.Warning, $"the repository lacks mail {blob.Id}", Location)
                : new Diagnostic(DiagnosticIds.MailTooLarge, Severity.Warning, $"mail {blob.Id} of {blob.Size} bytes skipped, the limit is {MailLimits.MessageBytes}", Location),
        };
}
