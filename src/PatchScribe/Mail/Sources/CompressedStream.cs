using System.IO.Compression;

namespace PatchScribe.Mail.Sources;

/// <summary>Unpacks gzip and stops when far more comes out than went in (<see cref="MailLimits.GzipRatio"/>).</summary>
internal sealed class CompressedStream(PrefixedStream packed) : ReadOnlyStream
{
    private readonly GZipStream gzip = new(packed, CompressionMode.Decompress);
    private long given;

    /// <summary>True when the limit was hit and the rest held back.</summary>
    public bool Stopped { get; private set; }

    public override int Read(Span<byte> target)
    {
        Stopped |= given > MailLimits.GzipFreeBytes && given / MailLimits.GzipRatio > packed.Taken;
        var read = Stopped ? 0 : gzip.Read(target);
        given += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            gzip.Dispose();
        }

        base.Dispose(disposing);
    }
}
