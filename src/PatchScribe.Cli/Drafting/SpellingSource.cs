namespace PatchScribe.Cli.Drafting;

/// <summary>
/// Codespell's dictionary where it is installed (Debian: codespell); lines <c>wrong-&gt;right</c>, or <c>wrong-&gt;right, right,</c> with a
/// reason to be careful behind the last comma. Without it no spelling is looked at.
/// </summary>
internal static class SpellingSource
{
    private static readonly string[] Places =
    [
        "/usr/lib/python3/dist-packages/codespell_lib/data/dictionary.txt",
        "/usr/share/codespell/dictionary.txt",
        "/usr/local/share/codespell/dictionary.txt",
    ];

    /// <summary>Finds which of some words (lower case) are misspelt and what they should be; null when no dictionary is installed.</summary>
    public static Func<IReadOnlySet<string>, IReadOnlyDictionary<string, string>>? Load() =>
        Array.Find(Places, File.Exists) is { } path ? words => Find(path, words) : null;

    /// <summary>What each of the words should be that the dictionary holds, several separated by commas.</summary>
    internal static Dictionary<string, string> Find(string path, IReadOnlySet<string> words)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var asked = words.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in File.ReadAllText(path).AsSpan().EnumerateLines())
        {
            var arrow = line.IndexOf("->", StringComparison.Ordinal);
            if (arrow > 0 && asked.TryGetValue(line[..arrow], out var word))
            {
                var right = line[(arrow + 2)..];
                var reason = right.LastIndexOf(',');
                found.TryAdd(word, (reason < 0 ? right : right[..reason]).ToString());
            }
        }

        return found;
    }
}
