using System.Buffers;
using System.IO.Compression;

namespace PatchScribe.Archive.Storage;

/// <summary>
/// The mails whose source may change, kept as they were sent, in blocks of several: mails of a list repeat each other, and a block
/// takes two thirds of what its mails take one by one (RFC 1951). Blocks are compressed beside the thread that writes.
/// </summary>
internal sealed class KeptMails(ArchiveFile file)
{
    /// <summary>A block is full when it holds so many bytes of mail.</summary>
    private const int BlockBytes = 1 << 16;

    /// <summary>Blocks that are compressed at once.</summary>
    private const int MaxRunning = 4;

    /// <summary>Bytes of unpacked blocks that are held for the mails asked next.</summary>
    private const int MaxHeld = 8 << 20;

    /// <summary>A fifth smaller than by the lowest level, half as fast again as by the usual one.</summary>
    private static readonly ZLibCompressionOptions Level = new() { CompressionLevel = 2 };

    private readonly Queue<(List<(long Message, int Start)> Mails, Task<byte[]> Data)> running = new();
    private readonly Dictionary<long, byte[]> held = [];
    private List<(long Message, int Start)> mails = [];
    private ArrayBufferWriter<byte> open = new(BlockBytes * 2);
    private long heldBytes;

    /// <summary>Keeps a mail; it is in the file after <see cref="Flush"/>.</summary>
    public void Add(long message, ReadOnlySpan<byte> mail)
    {
        mails.Add((message, open.WrittenCount));
        open.Write(mail);
        if (open.WrittenCount >= BlockBytes)
        {
            Close();
        }

        if (running.Count > MaxRunning)
        {
            Write(running.Dequeue());
        }
    }

    /// <summary>Writes every block, the last one as full as it is.</summary>
    public void Flush()
    {
        if (mails.Count > 0)
        {
            Close();
        }

        while (running.TryDequeue(out var block))
        {
            Write(block);
        }
    }

    /// <summary>The bytes of a mail; null when they are not kept, or damaged.</summary>
    public byte[]? Read(long message)
    {
        var row = file.Statement("SELECT block, start, size FROM kept JOIN message ON message.id = kept.message WHERE kept.message=?").Bind(1, message);
        var (block, start, size) = row.Step() ? (row.Integer(0), row.Integer(1), row.Integer(2)) : (0, 0, -1);
        row.Reset();
        return size >= 0 && start >= 0 && Unpacked(block) is { } bytes && start + size <= bytes.Length ? bytes.AsSpan((int)start, (int)size).ToArray() : null;
    }

    private void Close()
    {
        var bytes = open;
        running.Enqueue((mails, Task.Run(() => Pack(bytes.WrittenSpan))));
        (mails, open) = ([], new ArrayBufferWriter<byte>(BlockBytes * 2));
    }

    private void Write((List<(long Message, int Start)> Mails, Task<byte[]> Data) block)
    {
        file.Statement("INSERT INTO block(data) VALUES(?)").Bind(1, block.Data.GetAwaiter().GetResult()).Run();
        var id = file.LastId;
        foreach (var (message, start) in block.Mails)
        {
            file.Statement("INSERT INTO kept(message, block, start) VALUES(?, ?, ?)").Bind(1, message).Bind(2, id).Bind(3, start).Run();
        }
    }

    private byte[]? Unpacked(long block)
    {
        if (held.TryGetValue(block, out var bytes))
        {
            return bytes;
        }

        var row = file.Statement("SELECT data FROM block WHERE id=?").Bind(1, block);
        bytes = row.Step() ? Unpack(row.Bytes(0)) : null;
        row.Reset();
        if (bytes is not null)
        {
            if ((heldBytes += bytes.Length) > MaxHeld)
            {
                held.Clear();
                heldBytes = bytes.Length;
            }

            held[block] = bytes;
        }

        return bytes;
    }

    private static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var target = new MemoryStream(bytes.Length / 3);
        using (var stream = new DeflateStream(target, Level, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        return target.ToArray();
    }

    private static byte[]? Unpack(byte[] packed)
    {
        try
        {
            using var bytes = new MemoryStream(BlockBytes * 2);
            using var stream = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
