using System.Globalization;
using System.Security.Cryptography;
using PatchScribe.Mail.Sources;

namespace PatchScribe.Archive.Intake;

/// <summary>
/// A file: an mbox, one message, gzip of either. State: its size and a hash of its first bytes when it was read; a plain mbox that only
/// grew is read from there on, any other change reads it whole, and mails that are known are known again by their Message-IDs.
/// </summary>
internal sealed class MboxIntake(string path) : IMailIntake
{
    /// <summary>The mbox is the same one while so many bytes at its start are the same.</summary>
    private const int PrefixBytes = 64 * 1024;

    public string Kind => "mbox";

    public string Location { get; } = Path.GetFullPath(path);

    public bool KeepsRaw => true;

    public double Share { get; private set; }

    public IEnumerable<Incoming> Read(string state, Func<IReadOnlySet<byte[]>> known)
    {
        using var stream = File.OpenRead(Location);
        var size = stream.Length;
        var start = Start(state);
        if (start == size)
        {
            yield break;
        }

        stream.Position = start;
        foreach (var mail in StreamSource.Read(new CountedStream(stream, size - start), Location, takesPages: start == 0))
        {
            Share = (double)(stream.Position - start) / (size - start);

            // The hash of the bytes is the place: offsets of an mbox change when a mail in front of it is deleted.
            yield return new Incoming(SHA256.HashData(mail.Bytes.Span)[..16], mail.Bytes) { Skipped = mail.Skipped, Pasted = mail.Pasted };
        }

        yield return Incoming.Reached(FormattableString.Invariant($"{size}:{Prefix(size)}"));
    }

    /// <summary>Where to go on: 0 unless the file begins as it did and its new part starts with a From_ line.</summary>
    private long Start(string state)
    {
        if (state.Split(':') is not [var size, var prefix] || !long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var read))
        {
            return 0;
        }

        var length = new FileInfo(Location).Length;
        return length >= read && Prefix(read) == prefix && (length == read || StartsMail(read)) ? read : 0;
    }

    private bool StartsMail(long offset)
    {
        using var stream = File.OpenRead(Location);
        stream.Position = offset;
        var head = new byte["From ".Length];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan().SequenceEqual("From "u8);
    }

    private string Prefix(long size)
    {
        using var stream = File.OpenRead(Location);
        var head = new byte[Math.Min(size, PrefixBytes)];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return Convert.ToHexStringLower(SHA256.HashData(head.AsSpan(0, read)));
    }
}
