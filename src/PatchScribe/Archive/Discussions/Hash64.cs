namespace PatchScribe.Archive.Discussions;

/// <summary>A 64-bit FNV-1a hash of text, the same on every machine; two texts of one hash only put discussions side by side.</summary>
internal static class Hash64
{
    /// <summary>The hash of a kind and two texts.</summary>
    public static long Of(char kind, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default)
    {
        var hash = Add(Add(Add(14695981039346656037, [kind]), first), [kind]);
        hash = Add(hash, second);
        hash ^= hash >> 32;
        return unchecked((long)(hash * 0x9E3779B97F4A7C15));
    }

    private static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return hash;
    }
}
