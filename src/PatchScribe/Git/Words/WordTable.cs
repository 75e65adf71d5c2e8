using System.Globalization;
using System.Runtime.InteropServices;

namespace PatchScribe.Git.Words;

/// <summary>
/// The words of file versions by blob id, kept in a file of its own: <c>PSWORDS1</c>, a count, per blob 16 bytes of its id and the
/// number of its words, then the words' 32-bit hashes in ascending order, all little-endian. A file that is anything else is an empty table.
/// </summary>
internal sealed class WordTable
{
    /// <summary>Largest file that is read or written, in bytes.</summary>
    private const long MaxFileBytes = 1L << 30;

    private static readonly byte[] Magic = "PSWORDS1"u8.ToArray();

    private readonly Dictionary<UInt128, ReadOnlyMemory<uint>> words = [];

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Entry(UInt128 Blob, int Count);

    /// <summary>Number of blobs.</summary>
    public int Count => words.Count;

    /// <summary>True when the blob's words are known.</summary>
    public bool Knows(string blob) => words.ContainsKey(Key(blob));

    /// <summary>True when the blob is known and has the word, or one with the same hash.</summary>
    public bool Has(string blob, uint word) => words.TryGetValue(Key(blob), out var found) && found.Span.BinarySearch(word) >= 0;

    /// <summary>Keeps the words of a blob.</summary>
    public void Add(string blob, uint[] sorted) => words[Key(blob)] = sorted;

    /// <summary>Forgets all blobs but these.</summary>
    public void KeepOnly(IEnumerable<string> blobs)
    {
        var kept = blobs.Select(Key).ToHashSet();
        foreach (var key in words.Keys.Where(key => !kept.Contains(key)).ToList())
        {
            words.Remove(key);
        }
    }

    /// <summary>Reads the file; an empty table when there is none or it is damaged.</summary>
    public static WordTable Read(string path)
    {
        var table = new WordTable();
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: < MaxFileBytes })
            {
                table.Fill(File.ReadAllBytes(path));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be read is made anew.
        }

        return table;
    }

    /// <summary>Writes the file in one step; false when the place does not allow it.</summary>
    public bool Write(string path)
    {
        var temporary = $"{path}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var file = File.Create(temporary))
            {
                file.Write(Magic);
                file.Write(BitConverter.GetBytes(words.Count));
                file.Write(MemoryMarshal.AsBytes<Entry>([.. words.Select(pair => new Entry(pair.Key, pair.Value.Length))]));
                foreach (var one in words.Values)
                {
                    file.Write(MemoryMarshal.AsBytes(one.Span));
                }
            }

            File.Move(temporary, path, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Fill(byte[] bytes)
    {
        var start = Magic.Length + sizeof(int);
        var size = Marshal.SizeOf<Entry>();
        if (bytes.Length < start || !bytes.AsSpan().StartsWith(Magic) || BitConverter.ToInt32(bytes, Magic.Length) is not (>= 0 and var count) || count > (bytes.Length - start) / size)
        {
            return;
        }

        var entries = MemoryMarshal.Cast<byte, Entry>(bytes.AsSpan(start, count * size));
        var all = MemoryMarshal.Cast<byte, uint>(bytes.AsSpan(start + (count * size))).ToArray();
        var at = 0;
        foreach (var entry in entries)
        {
            if (entry.Count < 0 || entry.Count > all.Length - at)
            {
                words.Clear();
                return;
            }

            words[entry.Blob] = all.AsMemory(at, entry.Count);
            at += entry.Count;
        }
    }

    private static UInt128 Key(string blob) => UInt128.Parse(blob.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
