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

    /// <summary>Finds what a misspelt word (lower case) should be; null when no dictionary is installed. Read on first use.</summary>
    public static Func<string, string?>? Load()
    {
        if (Array.Find(Places, File.Exists) is not { } path)
        {
            return null;
        }

        var words = new Lazy<Dictionary<string, string>>(() => Read(path));
        return word => words.Value.GetValueOrDefault(word);
    }

    /// <summary>What each misspelt word should be, several separated by commas.</summary>
    internal static Dictionary<string, string> Read(string path)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            var arrow = line.IndexOf("->", StringComparison.Ordinal);
            if (arrow > 0)
            {
                var right = line.AsSpan(arrow + 2);
                var reason = right.LastIndexOf(',');
                words.TryAdd(line[..arrow], (reason < 0 ? right : right[..reason]).ToString());
            }
        }

        return words;
    }
}
