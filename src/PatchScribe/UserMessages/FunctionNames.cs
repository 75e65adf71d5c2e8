using System.Text.RegularExpressions;

namespace PatchScribe.UserMessages;

/// <summary>
/// The function that each line of a C text stands in, by git's habit: the last line that starts in column 0 with a
/// name and a parenthesis and does not end a statement (gitattributes(5), "Defining a custom hunk-header").
/// </summary>
public sealed partial class FunctionNames
{
    private readonly List<(int Line, string? Name)> starts = [];

    /// <summary>Reads a text; <paramref name="section"/> is the heading of its hunk, for the lines before the first function.</summary>
    public FunctionNames(string text, string section)
    {
        starts.Add((0, NameIn(section)));
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Length == 0)
            {
                continue;
            }

            if (line[0] == '}')
            {
                starts.Add((i + 2, null));
            }
            else if ((char.IsLetter(line[0]) || line[0] == '_') && !line.TrimEnd().EndsWith(';') && NameIn(line) is { } name)
            {
                starts.Add((i + 1, name));
            }
        }
    }

    /// <summary>The function around a 1-based line, or null.</summary>
    public string? At(int line) => starts.FindLast(start => start.Line <= line).Name;

    private static string? NameIn(string header)
    {
        var match = Header().Match(header);
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"^[A-Za-z_][\w\s*]*?(?<name>[A-Za-z_]\w*)\s*\(", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Header();
}
