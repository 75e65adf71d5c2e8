using System.Buffers;

namespace PatchScribe.Diffs;

/// <summary>
/// Reads a diff line by line as git's patch-id command does, counts hunks down by their headers, and hands on what is hashed.
/// Where git is odd (it forgets the <c>diff</c> line behind a binary file) this is odd too.
/// </summary>
internal ref struct PatchIdScanner(int capacity)
{
    private const int HexLength = 40;
    private const int MinNoNewlineMark = 12;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private PatchIdSum sum = new(capacity);

    // Lines still to come of the hunk; -1 while a file header is read.
    private int before = -1;
    private int after = -1;
    private bool binary;
    private ReadOnlySpan<char> oldBlob;
    private ReadOnlySpan<char> newBlob;

    /// <summary>Takes the next line, without its line feed; false when the diff ends before it.</summary>
    public bool Take(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("\\ ") && line.Length + 1 > MinNoNewlineMark)
        {
            return true;
        }

        if (StartsWithObjectId(line))
        {
            return false;
        }

        if (!sum.Started && !line.StartsWith("diff "))
        {
            return true;
        }

        if (binary)
        {
            (binary, before) = line.StartsWith("diff ") ? (false, -1) : (true, before);
            return true;
        }

        return before == -1 ? TakeHeader(line) : TakeHunk(line);
    }

    /// <summary>The id, or null when nothing was hashed.</summary>
    public string? Result() => sum.Result();

    private bool TakeHeader(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("GIT binary patch") || line.StartsWith("Binary files"))
        {
            (binary, before) = (true, 0);
            sum.Append(oldBlob);
            sum.Append(newBlob);
            sum.EndFile();
            return true;
        }

        if (line.StartsWith("index "))
        {
            ReadBlobs(line["index ".Length..]);
            return true;
        }

        if (line.StartsWith("--- "))
        {
            (before, after) = (1, 1);
            return TakeHunk(line);
        }

        if (line.IsEmpty || !char.IsAsciiLetter(line[0]))
        {
            return false;
        }

        sum.Append(line);
        return true;
    }

    private bool TakeHunk(ReadOnlySpan<char> line)
    {
        if (before == 0 && after == 0)
        {
            if (line.StartsWith("@@ -"))
            {
                (before, after) = Lengths(line);
                return true;
            }

            if (!line.StartsWith("diff "))
            {
                return false;
            }

            sum.EndFile();
            (before, after) = (-1, -1);
        }

        var mark = line.IsEmpty ? '\0' : line[0];
        before -= mark is '-' or ' ' ? 1 : 0;
        after -= mark is '+' or ' ' ? 1 : 0;
        sum.Append(line);
        return true;
    }

    /// <summary>git takes such a line for the header of the next commit, with or without "commit" or "From" in front.</summary>
    private static bool StartsWithObjectId(ReadOnlySpan<char> line)
    {
        line = line.StartsWith("commit ") ? line["commit ".Length..] : line.StartsWith("From ") ? line["From ".Length..] : line;
        return line.Length >= HexLength && !line[..HexLength].ContainsAnyExcept(HexDigits);
    }

    private void ReadBlobs(ReadOnlySpan<char> line)
    {
        var dots = line.IndexOf("..");
        if (dots >= 0)
        {
            oldBlob = line[..dots];
            newBlob = line[(dots + 2)..];
            newBlob = newBlob.IndexOf(' ') is var end and >= 0 ? newBlob[..end] : newBlob;
        }
    }

    /// <summary>The two lengths of <c>@@ -a,b +c,d @@</c>; 1 where there is none.</summary>
    private static (int Before, int After) Lengths(ReadOnlySpan<char> line)
    {
        var at = "@@ -".Length;
        var (_, before) = Range(line, ref at);
        at += line[at..].StartsWith(" +") ? 2 : 0;
        var (_, after) = Range(line, ref at);
        return (before, after);
    }

    private static (int Start, int Length) Range(ReadOnlySpan<char> line, ref int at)
    {
        var start = Number(line, ref at);
        if (at >= line.Length || line[at] != ',')
        {
            return (start, 1);
        }

        at++;
        return (start, Number(line, ref at));
    }

    private static int Number(ReadOnlySpan<char> line, ref int at)
    {
        var value = 0;
        for (; at < line.Length && char.IsAsciiDigit(line[at]); at++)
        {
            value = unchecked((value * 10) + (line[at] - '0'));
        }

        return value;
    }
}
