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
    public (string Id, string Type, byte[] Bytes)? Read(string name) =>
        Ask(name) is (var answer, { } bytes) && answer.Split(' ') is [var id, var type, ..] ? (id, type, bytes) : null;

    /// <summary>True when several objects have ids that begin so and git cannot choose (git-cat-file(1), BATCH OUTPUT).</summary>
    public bool IsAmbiguous(string prefix) => Ask(prefix).Answer.EndsWith(" ambiguous", StringComparison.Ordinal);

    /// <summary>Git's line about a name, and the object's bytes if there is one.</summary>
    private (string Answer, byte[]? Bytes) Ask(string name)
    {
        if (name.AsSpan().IndexOfAny('\n', '\r', '\0') >= 0)
        {
            return ("", null);
        }

        process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(name + "\n"));
        process.StandardInput.BaseStream.Flush();
        var answer = ReadLine();
        var words = answer.Split(' ');
        if (words.Length < 3 || !long.TryParse(words[^1], out var length) || words[^2] is not ("blob" or "commit" or "tree" or "tag"))
        {
            return (answer, null);
        }

        var bytes = new byte[length];
        output.ReadExactly(bytes);
        output.ReadByte();
        return (answer, bytes);
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
