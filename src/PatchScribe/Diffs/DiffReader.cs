using PatchScribe.Diagnostics;

namespace PatchScribe.Diffs;

/// <summary>
/// Reads unified diffs as git-diff(1) and diff(1) print them: <c>diff --git</c> headers with modes, renames, copies
/// and binary marks, or bare <c>---</c>/<c>+++</c> pairs. Text around the diff (a mail, a signature) is passed over.
/// A hunk that ends early is kept with a diagnostic.
/// </summary>
public sealed class DiffReader
{
    /// <summary>Lines read of one diff text; the rest is left out with a diagnostic.</summary>
    public const int MaxLines = 2_000_000;

    private readonly string[] lines;
    private readonly int end;
    private readonly List<Diagnostic> diagnostics = [];
    private readonly List<FileChange> files = [];
    private int at;
    private int firstLine;

    private DiffReader(string text)
    {
        lines = text.Split('\n');
        end = Math.Min(lines.Length, MaxLines);
        if (end < lines.Length)
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.DiffTooLong, Severity.Warning, $"only the first {MaxLines} lines of the diff were read"));
        }
    }

    /// <summary>Reads every file of a text, LF or CRLF line ends.</summary>
    public static DiffReading Read(string text)
    {
        var reader = new DiffReader(text);
        reader.ReadFiles();
        return new DiffReading(reader.files, reader.firstLine, reader.diagnostics);
    }

    private void ReadFiles()
    {
        while (at < end)
        {
            if (lines[at].StartsWith("diff --git ", StringComparison.Ordinal))
            {
                Add(ReadGitFile());
            }
            else if (IsPlainHeader(at))
            {
                Add(ReadPlainFile());
            }
            else
            {
                at++;
            }
        }
    }

    private void Add((FileChange File, int Line) read)
    {
        files.Add(read.File);
        firstLine = firstLine == 0 ? read.Line : firstLine;
    }

    private bool IsPlainHeader(int index) =>
        index + 2 < end
        && lines[index].StartsWith("--- ", StringComparison.Ordinal)
        && lines[index + 1].StartsWith("+++ ", StringComparison.Ordinal)
        && HunkHeader.TryParse(lines[index + 2], out _);

    private (FileChange File, int Line) ReadGitFile()
    {
        var line = at + 1;
        var header = new GitFileHeader(lines[at++]);
        while (at < end && header.Take(lines[at].TrimEnd('\r')))
        {
            at++;
        }

        if (IsPlainHeader(at))
        {
            header.TakePaths(lines[at], lines[at + 1]);
            at += 2;
        }

        var headerLines = lines[(line - 1)..at];
        return (header.ToFileChange(ReadHunks()) with { HeaderLines = headerLines }, line);
    }

    private (FileChange File, int Line) ReadPlainFile()
    {
        var line = at + 1;
        var header = new GitFileHeader("");
        header.TakePaths(lines[at], lines[at + 1]);
        at += 2;
        var headerLines = lines[(line - 1)..at];
        return (header.ToFileChange(ReadHunks()) with { HeaderLines = headerLines }, line);
    }

    private List<Hunk> ReadHunks()
    {
        var hunks = new List<Hunk>();
        while (at < end && HunkHeader.TryParse(lines[at], out var header))
        {
            hunks.Add(ReadHunk(header));
        }

        return hunks;
    }

    private Hunk ReadHunk(HunkHeader header)
    {
        var sourceLine = ++at;
        var read = new List<DiffLine>();
        var (oldLine, newLine) = (header.OldStart, header.NewStart);
        var (oldEnd, newEnd) = (oldLine + header.OldLength, newLine + header.NewLength);
        while (at < end)
        {
            var line = lines[at].TrimEnd('\r');
            if (line.StartsWith('\\') && read.Count > 0)
            {
                read[^1] = read[^1] with { NoNewlineAtEnd = true };
                at++;
                continue;
            }

            if (oldLine >= oldEnd && newLine >= newEnd)
            {
                break;
            }

            // A mailer that strips trailing blanks turns an empty context line into an empty line.
            var mark = line.Length == 0 ? ' ' : line[0];
            if (mark is not (' ' or '+' or '-'))
            {
                break;
            }

            var text = line.Length == 0 ? "" : line[1..];
            read.Add(mark switch
            {
                '+' => new DiffLine(DiffLineKind.Added, text, null, newLine++, at + 1),
                '-' => new DiffLine(DiffLineKind.Removed, text, oldLine++, null, at + 1),
                _ => new DiffLine(DiffLineKind.Context, text, oldLine++, newLine++, at + 1),
            });
            at++;
        }

        if (oldLine != oldEnd || newLine != newEnd)
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.HunkLengthMismatch, Severity.Warning, "the hunk does not hold as many lines as its header says", Line: sourceLine));
        }

        return new Hunk(header.OldStart, header.OldLength, header.NewStart, header.NewLength, header.Section, read, sourceLine);
    }
}
