using System.Text;

namespace PatchScribe.Git.Words;

/// <summary>
/// The words of a text as 32-bit hashes (FNV-1a): runs of letters, digits and underscores, runs that dashes and dots join
/// (<c>enable-kvm</c>, <c>config-host.mak</c>), and <c>CONFIG_X</c> for a line <c>config X</c> of Kconfig. What stands between other
/// bytes of a binary file is no word.
/// </summary>
internal static class WordScanner
{
    private const int BinaryProbe = 8000;
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Hash of a word as <see cref="Scan"/> gives it; null for what is no such word.</summary>
    public static uint? HashOf(string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        return bytes.Length > 0 && Array.TrueForAll(bytes, IsRun) && IsWord(bytes[0]) && IsWord(bytes[^1]) ? Hash(bytes) : null;
    }

    /// <summary>Distinct hashes in ascending order; none for a binary file.</summary>
    public static uint[] Scan(ReadOnlySpan<byte> text)
    {
        if (text[..Math.Min(text.Length, BinaryProbe)].Contains((byte)0))
        {
            return [];
        }

        var found = new HashSet<uint>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsRun(text[at]))
            {
                continue;
            }

            var end = at + 1;
            while (end < text.Length && IsRun(text[end]))
            {
                end++;
            }

            AddRun(text[at..end], found);
            AddDeclared(text, at, end, found);
            at = end;
        }

        var sorted = found.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    private static void AddRun(ReadOnlySpan<byte> run, HashSet<uint> found)
    {
        while (run.Length > 0 && !IsWord(run[0]))
        {
            run = run[1..];
        }

        while (run.Length > 0 && !IsWord(run[^1]))
        {
            run = run[..^1];
        }

        if (run.Length > 0)
        {
            found.Add(Hash(run));
        }

        while (run.IndexOfAny((byte)'-', (byte)'.') is var joint && joint >= 0)
        {
            if (joint > 0)
            {
                found.Add(Hash(run[..joint]));
            }

            run = run[(joint + 1)..];
            if (run.IndexOfAny((byte)'-', (byte)'.') < 0 && run.Length > 0)
            {
                found.Add(Hash(run));
            }
        }
    }

    /// <summary>Kconfig declares a symbol without its prefix: <c>config X</c>, <c>menuconfig X</c> (Documentation/kbuild/kconfig-language.rst).</summary>
    private static void AddDeclared(ReadOnlySpan<byte> text, int start, int end, HashSet<uint> found)
    {
        if (text[start..end] is not [.., (byte)'c', (byte)'o', (byte)'n', (byte)'f', (byte)'i', (byte)'g'] || end >= text.Length || text[end] != ' ')
        {
            return;
        }

        var name = text[(end + 1)..];
        var length = name.IndexOfAnyExcept(Symbols);
        if (length != 0)
        {
            found.Add(Hash(name[..(length < 0 ? name.Length : length)], Hash("CONFIG_"u8)));
        }
    }

    private static readonly System.Buffers.SearchValues<byte> Symbols = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"u8);

    private static uint Hash(ReadOnlySpan<byte> bytes, uint hash = Basis)
    {
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * Prime;
        }

        return hash;
    }

    private static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b == '_';

    private static bool IsRun(byte b) => IsWord(b) || b is (byte)'-' or (byte)'.';
}
