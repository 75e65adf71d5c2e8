using System.Globalization;
using System.Text.RegularExpressions;

namespace PatchScribe.Threads;

/// <summary>
/// Reads the subjects of patch mail as git-format-patch(1), Mercurial and habit write them: reply prefixes of several
/// languages, list tags, brackets with words in any order, versions glued or behind, <c>(v2)</c> at the end.
/// </summary>
public static partial class SubjectParser
{
    private const int MaxBrackets = 8;

    /// <summary>Never fails; a subject without brackets is all title.</summary>
    public static PatchSubject Parse(string subject)
    {
        var rest = subject.Trim();
        var tags = new List<string>();
        var (reply, version, index, total) = (false, default(decimal?), default(int?), default(int?));
        while (tags.Count < MaxBrackets * 8)
        {
            if (ReplyPrefixLength(rest) is var prefix and > 0)
            {
                reply = true;
                rest = rest[prefix..];
            }
            else if (rest.StartsWith('[') && rest.IndexOf(']', StringComparison.Ordinal) is var close and > 0)
            {
                var content = rest[1..close];
                tags.AddRange(content.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries));
                version ??= Decimal(Version().Match(content).Groups["version"]);
                if (index is null && Number().Match(content) is { Success: true } number)
                {
                    (index, total) = (Integer(number.Groups["index"]), Integer(number.Groups["total"]));
                }

                rest = rest[(close + 1)..].TrimStart();
            }
            else
            {
                break;
            }
        }

        if (version is null && tags.Count > 0 && TitleVersion().Match(rest) is { Success: true } behind)
        {
            version = Decimal(behind.Groups["version"]);
            rest = rest[..behind.Index].TrimEnd();
        }

        return new PatchSubject(reply, tags, version, index, total, rest.Trim());
    }

    private static decimal? Decimal(Group group) =>
        group.Success && decimal.TryParse(group.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static int? Integer(Group group) =>
        group.Success && int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"^((re|aw|sv|fwd?|antw|wg|回复|答复|转发)(\[[0-9]+\])?\s*[:：]\s*|(re|aw|sv|回复|答复)\s+\[)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ReplyPrefix();

    [GeneratedRegex(@"(^|[\s,-]|PATCH|RFC)v(?<version>[0-9]{1,4}(\.[0-9]{1,3})?)($|[\s,]|PATCH|RFC)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Version();

    [GeneratedRegex(@"(^|[\s,]|[A-Za-z])(?<index>[0-9]{1,5})\s*(/|\s+of\s+)\s*(?<total>[0-9]{1,5})($|[\s,])", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s\(v(?<version>[0-9]{1,4})\)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex TitleVersion();

    /// <summary>Length of the reply prefix, without the bracket that may end it; 0 when there is none.</summary>
    private static int ReplyPrefixLength(string text)
    {
        var match = ReplyPrefix().Match(text);
        return !match.Success ? 0 : match.Value.EndsWith('[') ? match.Length - 1 : match.Length;
    }
}
