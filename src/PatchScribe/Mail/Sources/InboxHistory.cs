using System.Runtime.InteropServices;
using System.Text;
using PatchScribe.Plumbing;

namespace PatchScribe.Mail.Sources;

/// <summary>
/// Which blobs of one repository are mails, oldest first: a commit that sets <c>m</c> adds one, one that sets <c>d</c>
/// deletes the mail with that blob; in a v1 repository every path is a mail as long as it is there.
/// </summary>
internal sealed class InboxHistory
{
    private readonly List<byte> ids = [];
    private int idLength;

    private InboxHistory()
    {
    }

    /// <summary>Deletions of blobs that this repository never added.</summary>
    public List<string> Unmatched { get; } = [];

    /// <summary>The blob ids, one a line; a removed one is a line of spaces.</summary>
    public byte[] Lines => [.. ids];

    /// <summary>True when the tree of a repository's newest commit is one of public-inbox.</summary>
    public static bool HoldsMail(string repository)
    {
        var output = GitProcess.Run(repository, out _, "ls-tree", "HEAD");
        if (output is null || output.Length == 0)
        {
            return false;
        }

        foreach (var line in Encoding.UTF8.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..];
            var isV2 = name is "m" or "d" && line.Contains(" blob ", StringComparison.Ordinal);
            var isV1 = name is [var a, var b] && char.IsAsciiHexDigitLower(a) && char.IsAsciiHexDigitLower(b) && line.Contains(" tree ", StringComparison.Ordinal);
            if (!isV2 && !isV1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Walks over all commits (git-log(1) --raw); the ids are held, the mails are not.</summary>
    public static InboxHistory Read(string repository)
    {
        var history = new InboxHistory();
        using var process = GitProcess.Start(repository, ["log", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--format=", "HEAD", "--"], redirectInput: false);
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        using var output = process.StandardOutput;
        while (output.ReadLine() is { } line)
        {
            history.Take(line);
        }

        return history;
    }

    /// <summary>Removes the last mail of each blob; returns the blobs that are not here.</summary>
    public IReadOnlyList<string> Remove(IEnumerable<string> blobs) => [.. blobs.Where(blob => !Remove(blob))];

    /// <summary><c>:oldmode newmode oldid newid status TAB path</c></summary>
    private void Take(string line)
    {
        if (line.Length == 0 || line[0] != ':' || line.Split('\t', 2) is not [var change, var path] || change.Split(' ') is not [_, _, var before, var after, var status])
        {
            return;
        }

        var isMail = path == "m" || path.Contains('/', StringComparison.Ordinal);
        if (path == "d")
        {
            Delete(status is "D" ? null : after);
        }
        else if (isMail)
        {
            Delete(path == "m" || status is not ("D" or "M") ? null : before);
            Add(status is "A" or "M" ? after : null);
        }
    }

    private void Add(string? id)
    {
        if (id is not null)
        {
            idLength = id.Length;
            ids.AddRange(Encoding.ASCII.GetBytes(id + "\n"));
        }
    }

    private void Delete(string? id)
    {
        if (id is not null && !Remove(id))
        {
            Unmatched.Add(id);
        }
    }

    private bool Remove(string id)
    {
        var lines = CollectionsMarshal.AsSpan(ids);
        var at = lines.LastIndexOf(Encoding.ASCII.GetBytes(id));
        if (at >= 0)
        {
            lines.Slice(at, idLength).Fill((byte)' ');
        }

        return at >= 0;
    }
}
