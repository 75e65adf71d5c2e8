namespace PatchScribe.Diffs;

/// <summary>Collects the extended header lines of one file of a git diff (git-diff(1), "Generating patch text").</summary>
internal sealed class GitFileHeader
{
    private string? oldPath;
    private string? newPath;
    private string? oldMode;
    private string? newMode;
    private string? oldBlob;
    private string? newBlob;
    private bool binary;
    private FileChangeKind kind = FileChangeKind.Modified;

    public GitFileHeader(string diffLine)
    {
        // "diff --git a/PATH b/PATH": both halves are equal unless later lines name other paths.
        var paths = diffLine.Length > 11 ? diffLine[11..].TrimEnd('\r') : "";
        var half = paths.Length / 2;
        if (paths.Length > 4 && paths[half] == ' ')
        {
            oldPath = Strip(paths[..half]);
            newPath = Strip(paths[(half + 1)..]);
        }
    }

    /// <summary>Takes one line after the first; false when the line is no header line.</summary>
    public bool Take(string line)
    {
        switch (line)
        {
            case var _ when After(line, "old mode ") is { } mode: oldMode = mode; break;
            case var _ when After(line, "new mode ") is { } mode: newMode = mode; break;
            case var _ when After(line, "new file mode ") is { } mode: (newMode, kind) = (mode, FileChangeKind.Added); break;
            case var _ when After(line, "deleted file mode ") is { } mode: (oldMode, kind) = (mode, FileChangeKind.Deleted); break;
            case var _ when After(line, "rename from ") is { } path: (oldPath, kind) = (Unquote(path), FileChangeKind.Renamed); break;
            case var _ when After(line, "rename to ") is { } path: newPath = Unquote(path); break;
            case var _ when After(line, "copy from ") is { } path: (oldPath, kind) = (Unquote(path), FileChangeKind.Copied); break;
            case var _ when After(line, "copy to ") is { } path: newPath = Unquote(path); break;
            case var _ when After(line, "index ") is { } blobs: TakeBlobs(blobs); break;
            case var _ when line.StartsWith("Binary files ", StringComparison.Ordinal) || line == "GIT binary patch": binary = true; break;
            default: return line.StartsWith("similarity index ", StringComparison.Ordinal) || line.StartsWith("dissimilarity index ", StringComparison.Ordinal);
        }

        return true;
    }

    public void TakePaths(string oldLine, string newLine)
    {
        var before = PathOf(oldLine);
        var after = PathOf(newLine);
        if (before == "/dev/null")
        {
            (kind, newPath) = (FileChangeKind.Added, Strip(after));
        }
        else if (after == "/dev/null")
        {
            (kind, oldPath) = (FileChangeKind.Deleted, Strip(before));
        }
        else
        {
            (oldPath, newPath) = (Strip(before), Strip(after));
        }
    }

    public FileChange ToFileChange(IReadOnlyList<Hunk> hunks) => new()
    {
        Kind = kind,
        OldPath = kind == FileChangeKind.Added ? null : oldPath,
        NewPath = kind == FileChangeKind.Deleted ? null : newPath,
        OldMode = oldMode,
        NewMode = newMode,
        OldBlob = oldBlob,
        NewBlob = newBlob,
        Binary = binary,
        Hunks = hunks,
    };

    private void TakeBlobs(string text)
    {
        var words = text.Split(' ');
        var blobs = words[0].Split("..");
        (oldBlob, newBlob) = blobs.Length == 2 ? (blobs[0], blobs[1]) : (null, null);
        if (words.Length > 1)
        {
            oldMode ??= words[1];
            newMode ??= words[1];
        }
    }

    private static string PathOf(string line)
    {
        var path = line[4..].TrimEnd('\r');
        var tab = path.IndexOf('\t', StringComparison.Ordinal);
        return Unquote(tab < 0 ? path : path[..tab]);
    }

    private static string? After(string line, string start) =>
        line.StartsWith(start, StringComparison.Ordinal) ? line[start.Length..] : null;

    private static string Strip(string path)
    {
        path = Unquote(path);
        return path.Length > 2 && path[1] == '/' && path[0] is 'a' or 'b' ? path[2..] : path;
    }

    /// <summary>Undoes git's C-style quoting of unusual path names (core.quotePath in git-config(1)).</summary>
    private static string Unquote(string path)
    {
        if (path.Length < 2 || path[0] != '"' || path[^1] != '"')
        {
            return path;
        }

        var bytes = new List<byte>();
        for (var i = 1; i < path.Length - 1; i++)
        {
            if (path[i] != '\\')
            {
                bytes.AddRange(System.Text.Encoding.UTF8.GetBytes(path[i].ToString()));
                continue;
            }

            i++;
            if (i + 2 < path.Length && path[i] is >= '0' and <= '3')
            {
                bytes.Add((byte)(((path[i] - '0') << 6) | ((path[i + 1] - '0') << 3) | (path[i + 2] - '0')));
                i += 2;
            }
            else
            {
                bytes.Add((byte)(path[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var c => c }));
            }
        }

        return System.Text.Encoding.UTF8.GetString([.. bytes]);
    }
}
