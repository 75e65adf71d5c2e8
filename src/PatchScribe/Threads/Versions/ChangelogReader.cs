using System.Globalization;
using System.Text.RegularExpressions;

namespace PatchScribe.Threads.Versions;

/// <summary>
/// Finds what the author says changed since the version before: the notes below <c>---</c> of each patch without the diffstat,
/// and the part of the cover letter under a heading such as "Changes in v2" or "v1 -> v2".
/// </summary>
internal static partial class ChangelogReader
{
    /// <summary>Empty when the author says nothing.</summary>
    public static string Read(PatchSeries series)
    {
        var parts = new List<string>();
        if (series.Cover is { } cover && Newest(cover.Body, series.Version, everything: false) is { Length: > 0 } general)
        {
            parts.Add(general);
        }

        foreach (var patch in series.Patches.Where(patch => patch.Notes.Length > 0))
        {
            if (Newest(WithoutDiffstat(patch.Notes), series.Version, everything: true) is { Length: > 0 } notes)
            {
                parts.Add(series.Patches.Count > 1 ? $"{patch.Title}:\n{notes}" : notes);
            }
        }

        return string.Join("\n\n", parts);
    }

    /// <summary>True when a line begins what changed in some version.</summary>
    public static bool IsHeading(string line) => Heading().IsMatch(line);

    /// <summary>True for a line of a diffstat or its summary.</summary>
    public static bool IsStat(string line) => Stat().IsMatch(line);

    /// <summary>True for "Ines Marlow (2):".</summary>
    public static bool IsShortLog(string line) => ShortLog().IsMatch(line);

    /// <summary>True when a text has an entry about a version.</summary>
    public static bool Tells(string text, decimal version) => Array.Exists(text.Split('\n'), line => Names(line, version));

    /// <summary>The entry about a version, from its heading to the next; without headings everything or nothing.</summary>
    private static string Newest(string text, decimal version, bool everything)
    {
        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, line => Names(line, version));
        if (first < 0)
        {
            var any = Array.Exists(lines, IsHeading);
            return everything && !any ? text.Trim('\n') : "";
        }

        var end = Array.FindIndex(lines, first + 1, line => IsHeading(line) || IsStat(line) || IsShortLog(line) || line.StartsWith("base-commit", StringComparison.Ordinal) || line is "-- " or "---");
        return string.Join('\n', lines[first..(end < 0 ? lines.Length : end)]).Trim('\n').TrimEnd();
    }

    /// <summary>"in v2", "v2:", "v1 -> v2" name the version itself, "since v1", "from v1" the one before.</summary>
    private static bool Names(string line, decimal version) =>
        Heading().Match(line) is { Success: true } heading
        && (heading.Groups["to"].Success ? heading.Groups["to"].Value == Number(version)
            : heading.Groups["version"].Value == Number(heading.Groups["since"].Success ? version - 1 : version));

    private static string Number(decimal version) => version.ToString(CultureInfo.InvariantCulture);

    private static string WithoutDiffstat(string notes) =>
        string.Join('\n', notes.Split('\n').Where(line => !IsStat(line) && line.TrimEnd() != "---"));

    [GeneratedRegex(@"^\W{0,20}((changes?|changelog|changed|change log|history|updates?|diff)\s+)?((?<since>since|from|vs\.?|against|compared to)|in|for|with)?\s{0,9}(the )?(RFC\s{1,9})?(patch\s{0,9})?(version\s{1,9}|v)(?<version>[0-9]{1,3}(\.[0-9])?)(\s{0,9}(-+>|=+>|\.\.|to|→)\s{0,9}v?(?<to>[0-9]{1,3}(\.[0-9])?))?\s{0,9}(\(.{0,40}\))?\s*(:.*|-*|=*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    /// <summary>A name above the titles of its patches (git-shortlog(1)).</summary>
    [GeneratedRegex(@"^\p{L}[^\d:()]{1,80} \([0-9]{1,4}\):$")]
    private static partial Regex ShortLog();

    [GeneratedRegex(@"^ .* \| +([0-9]+ ?[+-]*|Bin .*)$|^ [0-9]+ files? changed|^ (create|delete|rename|copy|mode change) (mode )?", RegexOptions.ExplicitCapture)]
    private static partial Regex Stat();
}
