using System.Text.RegularExpressions;

namespace PatchScribe.Drafts;

/// <summary>The prefix that a part of the tree uses in its subjects, read from its newest commits.</summary>
public static partial class SubjectPrefix
{
    /// <summary>Commits of the touched directory that are looked at.</summary>
    public const int Commits = 20;

    private const int Least = 3;

    /// <summary>The most frequent prefix without its colon, with one subject that has it; null when fewer than three, or a third, agree.</summary>
    public static (string Prefix, string Example)? Find(IReadOnlyList<string> subjects)
    {
        var best = subjects.Select(subject => (Subject: subject, Prefix: Of(subject))).Where(pair => pair.Prefix is not null)
            .GroupBy(pair => pair.Prefix!, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault();
        return best is not null && best.Count() >= Least && best.Count() * 3 >= subjects.Count ? (best.Key, best.First().Subject) : null;
    }

    /// <summary>The prefix of a subject ("hw/vfio", "target/arm"), or null when it has none.</summary>
    public static string? Of(string subject) => Prefix().Match(subject) is { Success: true } match ? match.Groups["prefix"].Value : null;

    /// <summary>The deepest directory that holds all paths; empty at the root.</summary>
    public static string CommonDirectory(IEnumerable<string> paths)
    {
        string[]? common = null;
        foreach (var path in paths)
        {
            var folders = path.Split('/')[..^1];
            common = common is null ? folders : [.. common.Zip(folders).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First)];
        }

        return string.Join('/', common ?? []);
    }

    [GeneratedRegex(@"^(?<prefix>[A-Za-z0-9_./,*+{}-]+( [A-Za-z0-9_./-]+)?): \S", RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();
}
