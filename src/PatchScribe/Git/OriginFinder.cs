using System.Buffers;
using System.Text;
using PatchScribe.Diffs;
using PatchScribe.Plumbing;

namespace PatchScribe.Git;

/// <summary>
/// Finds the commits that brought the lines that a change removes (git-blame(1)), looked up in a revision that still holds
/// them. In: file changes; out: commits, the one with most lines first; empty when nothing is removed or found.
/// </summary>
public static class OriginFinder
{
    /// <summary>Removed lines that are looked up; blame walks the history for each.</summary>
    public const int MaxLines = 12;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The commits by which the removed lines came into <paramref name="revision"/>.</summary>
    public static IReadOnlyList<Commit> Find(string directory, GitRepository repository, string revision, IReadOnlyList<FileChange> files)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var left = MaxLines;
        foreach (var file in files.Where(file => file.OldPath is not null && !file.Binary))
        {
            var lines = Removed(file, repository.ReadFile(revision, file.OldPath!), ref left);
            foreach (var id in lines.Count == 0 ? [] : Blame(directory, revision, file.OldPath!, lines))
            {
                counts[id] = counts.GetValueOrDefault(id) + 1;
            }
        }

        return [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => repository.FindCommit(pair.Key)).OfType<Commit>()];
    }

    /// <summary>1-based lines of the revision's file that the change removes: by their number when the text there agrees, else where the text stands once.</summary>
    private static List<int> Removed(FileChange file, string? text, ref int left)
    {
        var found = new List<int>();
        var lines = text?.Split('\n') ?? [];
        foreach (var removed in file.Lines.Where(line => line.Kind == DiffLineKind.Removed && line.Text.Trim().Length > 2))
        {
            var at = removed.OldLine is { } number && number <= lines.Length && lines[number - 1] == removed.Text ? number
                : lines.Count(line => line == removed.Text) == 1 ? Array.IndexOf(lines, removed.Text) + 1 : 0;
            if (at > 0 && left-- > 0)
            {
                found.Add(at);
            }
        }

        return found;
    }

    private static IEnumerable<string> Blame(string directory, string revision, string path, List<int> lines)
    {
        string[] ranges = [.. lines.SelectMany(line => new[] { "-L", $"{line},{line}" })];
        var output = revision.StartsWith('-') ? null : GitProcess.Run(directory, out _, ["blame", "--porcelain", "-w", .. ranges, revision, "--", path]);
        foreach (var line in output is null ? [] : Encoding.UTF8.GetString(output).Split('\n'))
        {
            if (line.Length > 40 && line[40] == ' ' && line.AsSpan(0, 40).IndexOfAnyExcept(HexDigits) < 0)
            {
                yield return line[..40];
            }
        }
    }
}
