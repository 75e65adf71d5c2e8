using System.Buffers.Text;
using System.Diagnostics;
using System.Text;
using PatchScribe.Plumbing;

namespace PatchScribe.Mail.Sources;

/// <summary>
/// Reads many blobs through one <c>git cat-file --batch --buffer</c> (git-cat-file(1)): one task writes the ids, another
/// reads the blobs ahead of the caller, so that none waits for the other.
/// </summary>
internal sealed class BlobStream : IDisposable
{
    private const long AheadBytes = 1 << 22;

    /// <summary>Mails are small and read once: a third of git's own limit is as fast (git-config(1)).</summary>
    private const string DeltaBases = "core.deltaBaseCacheLimit=32m";

    private readonly Process process;
    private readonly ByteWindow window;

    public BlobStream(string repository, InboxHistory history)
        : this(repository, history.Lines)
    {
    }

    /// <summary>Reads the blobs of these ids, one a line; lines of spaces are left out.</summary>
    public BlobStream(string repository, byte[] lines)
    {
        process = GitProcess.Start(repository, ["-c", DeltaBases, "cat-file", "--batch", "--buffer"], redirectInput: true);
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        window = new ByteWindow(process.StandardOutput.BaseStream);
        _ = Task.Factory.StartNew(() => Ask(process.StandardInput.BaseStream, lines), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Id, bytes and size of each blob in order; no bytes for one past the limit, size -1 for one that is missing.</summary>
    public IEnumerable<(string Id, byte[]? Bytes, long Size)> Read() =>
        ReadAhead<(string Id, byte[]? Bytes, long Size)>.Of(ReadBlobs(), blob => blob.Bytes?.Length ?? 0, AheadBytes);

    private IEnumerable<(string Id, byte[]? Bytes, long Size)> ReadBlobs()
    {
        while (ReadHeader() is { } header)
        {
            yield return (header.Id, header.Size < 0 ? null : ReadBytes(header.Size), header.Size);
        }
    }

    public void Dispose()
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in between.
        }

        process.Dispose();
    }

    /// <summary><c>id blob size</c>, or <c>id missing</c>.</summary>
    private (string Id, long Size)? ReadHeader()
    {
        int end;
        while ((end = window.Span.IndexOf((byte)'\n')) < 0 && window.Grow())
        {
        }

        if (end < 0)
        {
            return null;
        }

        var line = window.Span[..end];
        var space = line.IndexOf((byte)' ');
        var id = Encoding.ASCII.GetString(space < 0 ? line : line[..space]);
        var size = Utf8Parser.TryParse(line[(line.LastIndexOf((byte)' ') + 1)..], out long bytes, out _) ? bytes : -1;
        window.Advance(end + 1);
        return (id, size);
    }

    /// <summary>The bytes and the line break behind them; null past the limit.</summary>
    private byte[]? ReadBytes(long size)
    {
        if (size > MailLimits.MessageBytes)
        {
            Skip(size + 1);
            return null;
        }

        var bytes = GC.AllocateUninitializedArray<byte>((int)size);
        window.ReadInto(bytes);
        Skip(1);
        return bytes;
    }

    private void Skip(long length)
    {
        while (length > 0 && window.Fill(1))
        {
            var step = (int)Math.Min(length, window.Span.Length);
            window.Advance(step);
            length -= step;
        }
    }

    private static void Ask(Stream input, byte[] lines)
    {
        try
        {
            using (input)
            using (var buffered = new BufferedStream(input, 1 << 16))
            {
                foreach (var range in lines.AsSpan().Split((byte)'\n'))
                {
                    var id = lines.AsSpan()[range];
                    if (!id.IsEmpty && id[0] != ' ')
                    {
                        buffered.Write(id);
                        buffered.Write("\n"u8);
                    }
                }
            }
        }
        catch (IOException)
        {
            // The reader has enough and ended git.
        }
    }
}
