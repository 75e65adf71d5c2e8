using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PatchScribe.Diffs;

/// <summary>Collects the bytes of one file after the other, blanks left out, and adds their SHA-1 sums up as 160-bit numbers.</summary>
internal struct PatchIdSum(int capacity)
{
    private const int MaxBytesOfChar = 3;

    /// <summary>For each ASCII character 0 when it is a blank, else 1.</summary>
    private static ReadOnlySpan<byte> Kept =>
    [
        1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ];

    private readonly byte[] total = new byte[SHA1.HashSizeInBytes];
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(Math.Max(64, capacity));
    private int length;

    /// <summary>Any byte was taken.</summary>
    public bool Started { get; private set; }

    public void Append(ReadOnlySpan<char> line)
    {
        if (bytes.Length - length < line.Length * MaxBytesOfChar)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, length + (line.Length * MaxBytesOfChar)));
            bytes.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        var target = bytes.AsSpan(length);
        var taken = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c >= Kept.Length)
            {
                taken += AppendEncoded(line[i..], target[taken..]);
                break;
            }

            target[taken] = (byte)c;
            taken += Kept[c];
        }

        length += taken;
        Started |= taken > 0;
    }

    /// <summary>Surrogate pairs: the rest of a line is encoded in one go, then its blanks are taken out in place.</summary>
    private static int AppendEncoded(ReadOnlySpan<char> text, Span<byte> target)
    {
        var taken = 0;
        foreach (var value in target[..Encoding.UTF8.GetBytes(text, target)])
        {
            target[taken] = value;
            taken += IsBlank(value) ? 0 : 1;
        }

        return taken;
    }

    public void EndFile()
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        CryptographicOperations.HashData(HashAlgorithmName.SHA1, bytes.AsSpan(0, length), hash);
        length = 0;
        var carry = 0;
        for (var i = 0; i < total.Length; i++)
        {
            carry += total[i] + hash[i];
            total[i] = (byte)carry;
            carry >>= 8;
        }
    }

    /// <summary>The sum; to be asked for once, at the end.</summary>
    public string? Result()
    {
        if (Started)
        {
            EndFile();
        }

        ArrayPool<byte>.Shared.Return(bytes);
        return Started ? Convert.ToHexStringLower(total) : null;
    }

    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r';
}
