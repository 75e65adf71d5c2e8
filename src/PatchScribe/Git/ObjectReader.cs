using System.Buffers;
using System.Diagnostics;
using System.Text;
using PatchScribe.Plumbing;

namespace PatchScribe.Git;

/// <summary>One long-lived <c>git cat-file --batch</c> (git-cat-file(1)): object name in, type and bytes out.</summary>
internal sealed class ObjectReader : IDisposable
{
    private readonly Process process;
    private readonly BufferedStream output;

    public ObjectReader(string directory)
    {
        process = GitProcess.Start(directory, ["cat-file", "--batch"], redirectInput: true);
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        output = new BufferedStream(process.StandardOutput.BaseStream, 1 << 16);
    }

    /// <summary>Id, type and bytes of an object; null when there is none or the name is ambiguous.</summary>
    public (string Id, string Type, byte[] Bytes)? Read(string name)
    {
        if (Header(Ask(name)) is not { } found)
        {
            return null;
        }

        var bytes = new byte[found.Length];
        output.ReadExactly(bytes);
        output.ReadByte();
        return (found.Id, found.Type, bytes);
    }

    /// <summary>True when several objects have ids that begin so and git cannot choose (git-cat-file(1), BATCH OUTPUT).</summary>
    public bool IsAmbiguous(string prefix) => AskAlone(prefix).EndsWith(" ambiguous", StringComparison.Ordinal);

    /// <summary>Id of an object; null when there is none or the name is ambiguous.</summary>
    public string? IdOf(string name) => Header(AskAlone(name))?.Id;

    /// <summary>The text of a blob with LF ends, what is not UTF-8 as U+FFFD; null when there is none, it is no blob, or it is over the limit.</summary>
    public string? ReadText(string name, int maxBytes)
    {
        if (Header(Ask(name)) is not { } found)
        {
            return null;
        }

        if (found.Type != "blob" || found.Length > maxBytes)
        {
            Skip(found.Length + 1);
            return null;
        }

        var bytes = ArrayPool<byte>.Shared.Rent((int)found.Length + 1);
        try
        {
            output.ReadExactly(bytes, 0, (int)found.Length + 1);
            return Text(bytes.AsSpan(0, (int)found.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public void Dispose()
    {
        try
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(1000))
            {
                process.Kill();
            }
        }
        catch (IOException)
        {
            process.Kill();
        }

        output.Dispose();
        process.Dispose();
    }

    /// <summary>Git's line about a name; where it is an object's, its bytes and a newline are what the output holds next.</summary>
    private string Ask(string name)
    {
        if (name.AsSpan().IndexOfAny('\n', '\r', '\0') >= 0)
        {
            return "";
        }

        process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(name + "\n"));
        process.StandardInput.BaseStream.Flush();
        return ReadLine();
    }

    /// <summary>The same with the bytes left out.</summary>
    private string AskAlone(string name)
    {
        var answer = Ask(name);
        if (Header(answer) is { } found)
        {
            Skip(found.Length + 1);
        }

        return answer;
    }

    /// <summary><c>id type length</c>; null for a line that says there is no such object.</summary>
    private static (string Id, string Type, long Length)? Header(string answer) =>
        answer.Split(' ') is { Length: >= 3 } words && long.TryParse(words[^1], out var length) && words[^2] is "blob" or "commit" or "tree" or "tag" ? (words[0], words[^2], length) : null;

    private void Skip(long length)
    {
        var waste = new byte[Math.Min(length, 1 << 16)];
        while (length > 0)
        {
            var part = (int)Math.Min(length, waste.Length);
            output.ReadExactly(waste, 0, part);
            length -= part;
        }
    }

    private static string Text(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes) is var text && bytes.Contains((byte)'\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text;

    private string ReadLine()
    {
        var line = new List<byte>(80);
        for (int b; (b = output.ReadByte()) >= 0 && b != '\n';)
        {
            line.Add((byte)b);
        }

        return Encoding.UTF8.GetString([.. line]);
    }
}
