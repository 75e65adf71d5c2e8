namespace PatchScribe.Diffs;

/// <summary>
/// The id that <c>git patch-id --stable</c> gives a diff (git-patch-id(1), as of git 2.39): SHA-1 over the lines without
/// white space, index lines and line numbers, one sum for each file, added up so that the order of files does not matter.
/// Text before the first <c>diff</c> line and behind the last hunk plays no part.
/// </summary>
public static class PatchId
{
    /// <summary>The id in hexadecimal digits, or null when the text holds no git diff.</summary>
    public static string? Stable(string diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        return Stable(diff.AsSpan());
    }

    /// <summary>The same without a string of its own.</summary>
    public static string? Stable(ReadOnlySpan<char> diff)
    {
        var scanner = new PatchIdScanner(diff.Length);
        var rest = diff;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf('\n');
            if (!scanner.Take(end < 0 ? rest : rest[..end]) || end < 0)
            {
                break;
            }

            rest = rest[(end + 1)..];
        }

        return scanner.Result();
    }
}
