using System.Diagnostics;
using System.Text;
using PatchScribe.Plumbing;

namespace PatchScribe.Git;

/// <summary>
/// One long-lived <c>git diff-tree --stdin</c> (git-diff-tree(1)): commit ids in, their diffs against the first parent out, those
/// of merges left out. A line that is no id is printed as it is, which marks the end of a batch.
/// </summary>
internal sealed class DiffStream : IDisposable
{
    /// <summary>The longest diff of one commit that is kept, in bytes.</summary>
    public const int MaxDiffBytes = 64 * 1024 * 1024;

    private const byte CommitMark = 1;

    // The diffs of a history go to and fro in a pack: with the half of it, git maps the same pieces again and again, a tenth of a scan's time.
    private static readonly string[] PackWindows = ["-c", "core.packedGitWindowSize=16m", "-c", "core.packedGitLimit=128m"];

    private readonly Process process;
    private readonly Stream output;
    private byte[] buffer = new byte[1 << 18];
    private int start;
    private int end;

    /// <summary>Diffs with so many lines of context around each change. Without any, git leaves the ends that two versions share alone: a fifth of its time.</summary>
    public DiffStream(string directory, IReadOnlyList<string> pathspecs, int context)
    {
        process = GitProcess.Start(directory,
        [
            .. PackWindows, "diff-tree", "--stdin", "-p", $"-U{context}", "-r", "-M", "--root", "--full-index", "--no-ext-diff", "--no-textconv", "--no-color",
            "--src-prefix=a/", "--dst-prefix=b/", "--format=tformat:%x01%H %s", "--", .. pathspecs,
        ], redirectInput: true);
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        output = process.StandardOutput.BaseStream;
    }

    public delegate void Take(CommitDiff commit);

    /// <summary>Asks for a batch. What is asked for and not read has to fit the pipe: 500 ids at most.</summary>
    public void Ask(IReadOnlyList<string> ids)
    {
        var request = new StringBuilder(ids.Count * 41 + 8);
        foreach (var id in ids)
        {
            request.Append(id).Append('\n');
        }

        process.StandardInput.BaseStream.Write(Encoding.ASCII.GetBytes(request.Append("end\n").ToString()));
        process.StandardInput.BaseStream.Flush();
    }

    /// <summary>Hands over the commits of the next batch that have a diff, in order.</summary>
    public void Read(Take take)
    {
        // Everything before the first mark is empty; a commit ends where the next mark, or the end of the batch, begins.
        var (id0, subject, body, cut) = ("", "", 0, false);
        var at = start;
        while (true)
        {
            var newline = buffer.AsSpan(at, end - at).IndexOf((byte)'\n');
            if (newline < 0)
            {
                if (end - body > MaxDiffBytes)
                {
                    (cut, end) = (true, at);
                }

                (at, body) = Fill(at, id0.Length == 0 ? at : body);
                continue;
            }

            var line = buffer.AsSpan(at, newline);
            var isEnd = line.SequenceEqual("end"u8);
            if (isEnd || (line.Length > 41 && line[0] == CommitMark))
            {
                if (id0.Length > 0)
                {
                    take(new CommitDiff(id0, subject, buffer.AsSpan(body, at - body), cut));
                }

                at += newline + 1;
                start = at;
                if (isEnd)
                {
                    return;
                }

                (id0, subject, body, cut) = (Encoding.ASCII.GetString(line[1..41]), Encoding.UTF8.GetString(line[42..]), at, false);
                continue;
            }

            at += newline + 1;
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

        process.Dispose();
    }

    /// <summary>Reads on; moves what is still needed to the front. Where the two positions are afterwards.</summary>
    private (int At, int Body) Fill(int at, int body)
    {
        if (body > 0)
        {
            buffer.AsSpan(body, end - body).CopyTo(buffer);
            (at, end, body) = (at - body, end - body, 0);
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = output.Read(buffer, end, buffer.Length - end);
        if (read == 0)
        {
            throw new InvalidOperationException("git diff-tree ended early");
        }

        end += read;
        return (at, body);
    }
}
