namespace PatchScribe.Cli.Drafting;

/// <summary>Codespell's dictionary where it is installed (Debian: codespell); lines <c>wrong-&gt;right[, right],</c>. Without it no spelling is looked at.</summary>
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

    private static Dictionary<string, string> Read(string path)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            var arrow = line.IndexOf("->", StringComparison.Ordinal);
            if (arrow > 0)
            {
                words.TryAdd(line[..arrow], line[(arrow + 2)..].TrimEnd(','));
            }
        }

        return words;
    }
}
