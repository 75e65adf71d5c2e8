namespace PatchScribe.Mail.Sources;

/// <summary>A stream whose first bytes have been read already and are given again.</summary>
internal sealed class PrefixedStream(byte[] prefix, Stream rest) : ReadOnlyStream
{
    private int given;

    /// <summary>How many bytes have been taken.</summary>
    public long Taken { get; private set; }

    public override int Read(Span<byte> target)
    {
        var read = Math.Min(prefix.Length - given, target.Length);
        if (read > 0)
        {
            prefix.AsSpan(given, read).CopyTo(target);
            given += read;
        }
        else
        {
            read = rest.Read(target);
        }

        Taken += read;
        return read;
    }
}
