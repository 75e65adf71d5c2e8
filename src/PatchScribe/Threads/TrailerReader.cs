using System.Text.RegularExpressions;
using PatchScribe.Threads.Tags;

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

    /// <summary>Blanks that may stand before a trailer; more make it a line of a quoted log.</summary>
    internal const int MaxIndent = 3;

    /// <summary>Every trailer line of a text, wherever it stands in column 0.</summary>
    public static IReadOnlyList<Trailer> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(TextLines.Of(text), anyIndent: false);
    }

    /// <summary>True for a line that has the form of a trailer.</summary>
    internal static bool IsTrailer(ReadOnlySpan<char> line, bool anyIndent = false) => Parse(line, anyIndent) is { Value.Length: > 0 };

    /// <summary>The usual spelling of a token, or null for one that is no trailer.</summary>
    internal static string? Spelling(string written)
    {
        var joined = written.Replace(' ', '-');
        return Others.TryGetValue(joined, out var known) ? known
            : joined.EndsWith("-by", StringComparison.OrdinalIgnoreCase) ? char.ToUpperInvariant(joined[0]) + joined[1..].ToLowerInvariant()
            : null;
    }

    internal static List<Trailer> Read(TextLines lines, bool anyIndent)
    {
        var found = new List<Trailer>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (Parse(lines.Span(i), anyIndent) is not { } line)
            {
                continue;
            }

            var (value, next) = (line.Value, i + 1 < lines.Count ? lines[i + 1] : "");
            var person = line.Token.EndsWith("-by", StringComparison.Ordinal);
            if (person && !value.Contains('@', StringComparison.Ordinal) && WrappedAddress().IsMatch(next))
            {
                (value, next) = ($"{value} {next.Trim()}".Trim(), i + 2 < lines.Count ? lines[i + 2] : "");
            }

            value = HtmlLeftover().Replace(value, "<${address}>");
            var behind = person ? Qualifier().Match(value) : Match.Empty;
            var qualifier = behind.Success ? behind.Groups["text"].Value.Trim() : person && NoteBelow().IsMatch(next) ? next.Trim() : null;
            if (value.Length > 0)
            {
                found.Add(new Trailer(line.Token, behind.Success ? value[..(behind.Index + 1)] : value, qualifier, i + 1));
            }
        }

        return found;
    }

    private static (string Token, string Value)? Parse(ReadOnlySpan<char> line, bool anyIndent)
    {
        var colon = line.IndexOf(':');
        if (colon < 2)
        {
            return null;
        }

        var token = line[..colon].TrimEnd();
        var start = token.TrimStart(" \t\u00a0");
        if ((!anyIndent && token.Length - start.Length > MaxIndent) || !HasTokenForm(start) || Spelling(start.ToString().Replace('\u00a0', ' ')) is not { } spelled)
        {
            return null;
        }

        return (spelled, line[(colon + 1)..].ToString().Replace('\u00a0', ' ').Trim());
    }

    /// <summary>Letters, with at most four single blanks or minus signs between them.</summary>
    private static bool HasTokenForm(ReadOnlySpan<char> token)
    {
        var joints = 0;
        for (var i = 0; i < token.Length; i++)
        {
            if (token[i] is '-' or ' ' or '\u00a0')
            {
                if (++joints > 4 || i == 0 || i + 1 == token.Length || !char.IsAsciiLetter(token[i + 1]))
                {
                    return false;
                }
            }
            else if (!char.IsAsciiLetter(token[i]))
            {
                return false;
            }
        }

        return token.Length is > 1 and < 40;
    }

    [GeneratedRegex(@"^\s*<?[^\s<>@]+@[^\s<>]+>?\s*$")]
    private static partial Regex WrappedAddress();

    [GeneratedRegex(@"<(?<address>[^<>@\s]+@[^<>@\s]+)\s*<mailto:[^<>]*>\s*>?", RegexOptions.ExplicitCapture)]
    private static partial Regex HtmlLeftover();

    [GeneratedRegex(@">[\s,;]*(?<text>[^\s,;].*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"^\s{0,3}\[[^\]]{1,200}\]\s*$")]
    private static partial Regex NoteBelow();
}
