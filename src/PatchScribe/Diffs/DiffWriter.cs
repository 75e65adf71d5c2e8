using System.Globalization;
using System.Text;

namespace PatchScribe.Diffs;

/// <summary>
/// Writes file changes as the unified diff that they were read from (git-diff(1)), LF line ends: what <see cref="DiffReader"/> read of a
/// diff of text files comes out byte by byte. The data of a binary patch is not kept and not written.
/// </summary>
public static class DiffWriter
{
    /// <summary>The diff of all files, each line ended.</summary>
    public static string Write(IEnumerable<FileChange> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var text = new StringBuilder();
        foreach (var file in files)
        {
            foreach (var line in file.HeaderLines)
            {
                text.Append(line).Append('\n');
            }

            foreach (var hunk in file.Hunks)
            {
                Append(text, hunk);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Hunk hunk)
    {
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(hunk.OldStart, hunk.OldLength)} +{Range(hunk.NewStart, hunk.NewLength)} @@{(hunk.Section.Length > 0 ? " " : "")}{hunk.Section}\n");
        foreach (var line in hunk.Lines)
        {
            text.Append(line.Kind switch { DiffLineKind.Added => '+', DiffLineKind.Removed => '-', _ => ' ' }).Append(line.Text).Append('\n');
            text.Append(line.NoNewlineAtEnd ? "\\ No newline at end of file\n" : "");
        }
    }

    /// <summary>A length of one is not written.</summary>
    private static string Range(int start, int length) =>
        length == 1 ? start.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{start},{length}");
}
