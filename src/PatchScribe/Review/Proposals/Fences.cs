using System.Text.RegularExpressions;

namespace PatchScribe.Review.Proposals;

/// <summary>The marks between which people write out a text: backticks, braces, tildes, quotation marks, scissors.</summary>
internal static partial class Fences
{
    /// <summary>Characters that a fence may carry behind it (a language name).</summary>
    private const int MaxInfo = 12;

    /// <summary>Lines that a fence may hold; behind them it does not close.</summary>
    private const int MaxLines = 2000;

    private static readonly (string Open, string Close)[] Pairs = [("{{{", "}}}"), ("```", "```"), ("~~~", "~~~"), ("\"\"\"", "\"\"\"")];

    public static bool Opens(string line)
    {
        var text = line.Trim();
        return Array.Exists(Pairs, pair => text.StartsWith(pair.Open, StringComparison.Ordinal) && text.Length <= pair.Open.Length + MaxInfo) || IsScissors(text);
    }

    /// <summary>The 0-based line that closes what opens at a line; for scissors without a second pair the line behind the last one; -1 for a fence that never closes.</summary>
    public static int Close(IReadOnlyList<string> lines, int open)
    {
        var text = lines[open].Trim();
        var fence = Array.Find(Pairs, pair => text.StartsWith(pair.Open, StringComparison.Ordinal));
        var end = Math.Min(lines.Count, open + MaxLines);
        for (var i = open + 1; i < end; i++)
        {
            if (fence.Open is null ? IsScissors(lines[i].Trim()) || lines[i] == "-- " || lines[i].StartsWith('>') : lines[i].Trim() == fence.Close)
            {
                return i;
            }
        }

        return fence.Open is null ? end : -1;
    }

    public static bool IsScissors(string line) => line.Trim() is { Length: >= 4 } text && Scissors().IsMatch(text);

    [GeneratedRegex(@"^[-<>8%\s]*(8<|>8|%<|>%)[-<>8%\s]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Scissors();
}
