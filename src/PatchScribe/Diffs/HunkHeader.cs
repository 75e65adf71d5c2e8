using System.Globalization;
using System.Text.RegularExpressions;

namespace PatchScribe.Diffs;

/// <summary>The <c>@@ -a,b +c,d @@ section</c> line; a missing length is 1 (POSIX diff, unified format).</summary>
internal readonly partial record struct HunkHeader(int OldStart, int OldLength, int NewStart, int NewLength, string Section)
{
    public static bool TryParse(string line, out HunkHeader header)
    {
        header = default;
        if (!line.StartsWith("@@ -", StringComparison.Ordinal))
        {
            return false;
        }

        var match = Form().Match(line);
        if (!match.Success)
        {
            return false;
        }

        header = new HunkHeader(
            Number(match.Groups["oldStart"], 0), Number(match.Groups["oldLength"], 1),
            Number(match.Groups["newStart"], 0), Number(match.Groups["newLength"], 1),
            match.Groups["section"].Value.TrimEnd('\r'));
        return true;
    }

    private static int Number(Group group, int otherwise) =>
        group.Success && int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    [GeneratedRegex(@"^@@ -(?<oldStart>[0-9]{1,9})(,(?<oldLength>[0-9]{1,9}))? \+(?<newStart>[0-9]{1,9})(,(?<newLength>[0-9]{1,9}))? @@ ?(?<section>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
