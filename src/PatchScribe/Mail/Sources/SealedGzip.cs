using System.IO.Compression;

namespace PatchScribe.Mail.Sources;

/// <summary>
/// The bytes of a gzip file and behind them one more member, the seal. .NET's reader does not say when a file is cut off;
/// but only where the last member has ended does the seal come out as what it is. The bytes are given in small pieces, the
/// last ones by themselves, because what the reader unpacked from a piece is lost when it finds the piece damaged.
/// </summary>
internal sealed class SealedGzip(Stream packed) : ReadOnlyStream
{
    private const int Piece = 1024;

    /// <summary>Checksum and length at the end of a member.</summary>
    private const int Trailer = 8;

    private static readonly byte[] Seal = Pack(Text);
    private readonly byte[] held = new byte[Trailer + Piece];
    private int count;
    private bool ended;

    /// <summary>The text of the seal.</summary>
    public static ReadOnlySpan<byte> Text => "end of the gzip file as PatchScribe was given it"u8;

    /// <summary>True once the seal has been read.</summary>
    public bool SealGiven { get; private set; }

    public override int Read(Span<byte> target)
    {
        while (!ended && count < held.Length)
        {
            var read = packed.Read(held, count, held.Length - count);
            ended = read == 0;
            count += read;
        }

        if (count > 0)
        {
            return Give(target[..Math.Min(target.Length, count > Trailer ? count - Trailer : count)]);
        }

        if (SealGiven)
        {
            return 0;
        }

        SealGiven = true;
        Seal.CopyTo(target);
        return Seal.Length;
    }

    private int Give(Span<byte> target)
    {
        held.AsSpan(0, target.Length).CopyTo(target);
        count -= target.Length;
        held.AsSpan(target.Length, count).CopyTo(held);
        return target.Length;
    }

    private static byte[] Pack(ReadOnlySpan<byte> text)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
        {
            gzip.Write(text);
        }

        return target.ToArray();
    }
}
