using System.IO.Compression;

namespace PatchScribe.Mail.Sources;

/// <summary>
/// Unpacks gzip (RFC 1952), all members of it, and stops when far more comes out than went in
/// (<see cref="MailLimits.GzipRatio"/>). A damaged or cut file is an <see cref="InvalidDataException"/> once what came
/// before the damage has been given.
/// </summary>
internal sealed class CompressedStream : ReadOnlyStream
{
    private readonly PrefixedStream packed;
    private readonly SealedGzip source;
    private readonly GZipStream gzip;
    private long given;

    public CompressedStream(PrefixedStream packed)
    {
        this.packed = packed;
        source = new SealedGzip(packed);
        gzip = new GZipStream(source, CompressionMode.Decompress);
    }

    /// <summary>True when the limit was hit and the rest held back.</summary>
    public bool Stopped { get; private set; }

    public override int Read(Span<byte> target)
    {
        Stopped |= given > MailLimits.GzipFreeBytes && given / MailLimits.GzipRatio > packed.Taken;
        if (Stopped || source.SealGiven)
        {
            return 0;
        }

        var read = gzip.Read(target);
        if (source.SealGiven)
        {
            CheckSeal(target[..read]);
            return 0;
        }

        given += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            gzip.Dispose();
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Nothing but the text of the seal may come out once it went in: a member that has not ended takes it for its own data.</summary>
    private void CheckSeal(ReadOnlySpan<byte> start)
    {
        Span<byte> text = stackalloc byte[SealedGzip.Text.Length + 1];
        var length = Math.Min(start.Length, text.Length);
        start[..length].CopyTo(text);
        while (length < text.Length && gzip.Read(text[length..]) is > 0 and var read)
        {
            length += read;
        }

        if (!text[..length].SequenceEqual(SealedGzip.Text))
        {
            throw new InvalidDataException("the file ends inside of its compressed data");
        }
    }
}
