using System.Text.RegularExpressions;

namespace PatchScribe.Threads;

/// <summary>One trailer line: token in its usual spelling, value, qualifier behind the address (or null), and the 1-based line.</summary>
public sealed record Trailer(string Token, string Value, string? Qualifier, int Line);

/// <summary>
/// Reads trailer lines (git-interpret-trailers(1)) as people write them: any case, a missing blank, "Reviewed by",
/// an address wrapped to the next line, leftovers of HTML mail, a qualifier behind the address.
/// </summary>
public static partial class TrailerReader
{
    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fixes"] = "Fixes",
        ["link"] = "Link",
        ["closes"] = "Closes",
        ["buglink"] = "BugLink",
        ["resolves"] = "Resolves",
        ["message-id"] = "Message-ID",
        ["cc"] = "Cc",
        ["change-id"] = "Change-Id",
    };

    /// <summary>Every trailer line of a text, wherever it stands in column 0.</summary>
    public static IReadOnlyList<Trailer> Read(string text) => Read(text.Split('\n'));

    internal static List<Trailer> Read(IReadOnlyList<string> lines)
    {
        var found = new List<Trailer>();
        for (var i = 0; i < lines.Count; i++)
        {
            var match = Line().Match(lines[i].Replace('\u00a0', ' '));
            if (!match.Success || Token(match.Groups["token"].Value) is not { } token)
            {
                continue;
            }

            var value = match.Groups["value"].Value.Trim();
            if (token.EndsWith("-by", StringComparison.Ordinal) && !value.Contains('@', StringComparison.Ordinal) && i + 1 < lines.Count && WrappedAddress().IsMatch(lines[i + 1]))
            {
                value = (value + " " + lines[i + 1].Trim()).Trim();
            }

            value = HtmlLeftover().Replace(value, "<${address}>");
            var behind = token.EndsWith("-by", StringComparison.Ordinal) ? Qualifier().Match(value) : Match.Empty;
            if (value.Length > 0)
            {
                found.Add(new Trailer(token, behind.Success ? value[..(behind.Index + 1)] : value, behind.Success ? behind.Groups["text"].Value.Trim() : null, i + 1));
            }
        }

        return found;
    }

    /// <summary>The usual spelling of a token, or null for one that is no trailer.</summary>
    private static string? Token(string written)
    {
        var joined = written.Replace(' ', '-');
        return Others.TryGetValue(joined, out var known) ? known
            : joined.EndsWith("-by", StringComparison.OrdinalIgnoreCase) ? char.ToUpperInvariant(joined[0]) + joined[1..].ToLowerInvariant()
            : null;
    }

    [GeneratedRegex(@"^\s{0,3}(?<token>[A-Za-z]+([- ][A-Za-z]+){0,3})\s*:\s*(?<value>.*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex(@"^\s*<?[^\s<>@]+@[^\s<>]+>?\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex WrappedAddress();

    [GeneratedRegex("<(?<address>[^<>@ ]+@[^<>@ ]+)<mailto:[^<>]*>>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex HtmlLeftover();

    [GeneratedRegex(@">\s*(?<text>[(#\[].*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Qualifier();
}
