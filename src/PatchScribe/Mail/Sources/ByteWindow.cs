namespace PatchScribe.Mail.Sources;

/// <summary>A stretch of a stream that grows at its end and is given up at its start; holds no more than was asked for.</summary>
internal sealed class ByteWindow(Stream stream)
{
    private const int Initial = 1 << 18;
    private byte[] buffer = new byte[Initial];
    private int start;
    private int end;

    /// <summary>True once the stream has ended.</summary>
    public bool Ended { get; private set; }

    /// <summary>Set when a compressed stream turned out to be damaged: the stream ends there.</summary>
    public InvalidDataException? Damage { get; private set; }

    /// <summary>What the window shows.</summary>
    public ReadOnlySpan<byte> Span => buffer.AsSpan(start, end - start);

    /// <summary>Reads on; false at the end of the stream.</summary>
    public bool Grow()
    {
        if (Ended)
        {
            return false;
        }

        MakeRoom();
        int read;
        try
        {
            read = stream.Read(buffer, end, buffer.Length - end);
        }
        catch (InvalidDataException e)
        {
            Damage = e;
            read = 0;
        }

        end += read;
        Ended = read == 0;
        return !Ended;
    }

    /// <summary>Reads until the window shows so many bytes or the stream has ended.</summary>
    public bool Fill(int length)
    {
        while (end - start < length && Grow())
        {
        }

        return end - start >= length;
    }

    /// <summary>Gives up bytes at the start.</summary>
    public void Advance(int length) => start += length;

    /// <summary>Fills a target from the window and then straight from the stream; what the stream lacks stays zero.</summary>
    public void ReadInto(Span<byte> target)
    {
        var shown = Math.Min(end - start, target.Length);
        Span[..shown].CopyTo(target);
        start += shown;
        var rest = target[shown..];
        while (!rest.IsEmpty && !Ended)
        {
            var read = stream.Read(rest);
            Ended = read == 0;
            rest = rest[read..];
        }

        rest.Clear();
    }

    private void MakeRoom()
    {
        if (end < buffer.Length)
        {
            return;
        }

        var kept = end - start;
        var target = kept > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        buffer.AsSpan(start, kept).CopyTo(target);
        (buffer, start, end) = (target, 0, kept);
    }
}
