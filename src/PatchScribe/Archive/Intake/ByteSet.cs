namespace PatchScribe.Archive.Intake;

/// <summary>Compares places by their bytes.</summary>
internal sealed class ByteSet : IEqualityComparer<byte[]>
{
    public static readonly ByteSet Comparer = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(obj);
        return hash.ToHashCode();
    }
}
