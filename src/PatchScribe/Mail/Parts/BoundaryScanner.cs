using System.Text;

namespace PatchScribe.Mail.Parts;

/// <summary>Finds the parts of a multipart body (RFC 2046 section 5.1.1); a missing end is the end of the body.</summary>
internal static class BoundaryScanner
{
    private const int MaxBoundaryLength = 1000;

    /// <summary>
    /// Ranges of the parts, the line break before each delimiter left out; empty when there is no delimiter. At most
    /// <paramref name="limit"/> are looked for.
    /// </summary>
    public static List<Range> Find(ReadOnlySpan<byte> body, string? boundary, int limit)
    {
        var parts = new List<Range>();
        var mark = Mark(body, boundary);
        var start = -1;
        for (var at = 0; !mark.IsEmpty && parts.Count < limit && Next(body, mark, at) is >= 0 and var found;)
        {
            if (start >= 0)
            {
                parts.Add(start..Math.Max(start, WithoutLineBreak(body, found)));
            }

            var line = body[found..];
            var end = line.IndexOf((byte)'\n');
            at = end < 0 ? body.Length : found + end + 1;
            if (line[mark.Length..].StartsWith("--"u8))
            {
                return parts;
            }

            start = at;
        }

        if (start >= 0 && parts.Count < limit)
        {
            parts.Add(start..body.Length);
        }

        return parts;
    }

    /// <summary><c>--boundary</c>; without a boundary parameter the first line that looks like one.</summary>
    private static ReadOnlySpan<byte> Mark(ReadOnlySpan<byte> body, string? boundary)
    {
        if (!string.IsNullOrWhiteSpace(boundary))
        {
            return boundary.Length > MaxBoundaryLength ? [] : Encoding.UTF8.GetBytes("--" + boundary.TrimEnd());
        }

        var start = body.TrimStart("\r\n"u8);
        var end = start.IndexOf((byte)'\n');
        var line = (end < 0 ? start : start[..end]).TrimEnd(" \t\r"u8);
        return line.StartsWith("--"u8) && line.Length > 4 && !line.Contains((byte)' ') ? line : [];
    }

    /// <summary>Offset of the next delimiter line at or after a position, or -1.</summary>
    private static int Next(ReadOnlySpan<byte> body, ReadOnlySpan<byte> mark, int at)
    {
        while (at < body.Length)
        {
            var found = body[at..].IndexOf(mark);
            if (found < 0)
            {
                return -1;
            }

            found += at;
            if ((found == 0 || body[found - 1] == '\n') && EndsLine(body[(found + mark.Length)..]))
            {
                return found;
            }

            at = found + 1;
        }

        return -1;
    }

    /// <summary>True when nothing but white space follows the mark, or its closing hyphens.</summary>
    private static bool EndsLine(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = (end < 0 ? rest : rest[..end]).Trim(" \t\r"u8);
        return line.IsEmpty || line.SequenceEqual("--"u8);
    }

    private static int WithoutLineBreak(ReadOnlySpan<byte> body, int delimiter)
    {
        var end = delimiter > 0 && body[delimiter - 1] == '\n' ? delimiter - 1 : delimiter;
        return end > 0 && end < delimiter && body[end - 1] == '\r' ? end - 1 : end;
    }
}
