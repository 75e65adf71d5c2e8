using PatchScribe.Mail.Sources;

namespace PatchScribe.Archive.Intake;

/// <summary>So many bytes of a stream: what is appended to a file while it is read belongs to the next time.</summary>
internal sealed class CountedStream(Stream inner, long length) : ReadOnlyStream
{
    private long left = length;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
        left -= read;
        return read;
    }
}
