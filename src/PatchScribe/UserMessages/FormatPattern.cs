using System.Text.RegularExpressions;

namespace PatchScribe.UserMessages;

/// <summary>
/// How a format matched a text as a user saw it: letters and digits that are the format's own, letters of the whole text, the part of the text without
/// blanks that the format printed, and the values in it.
/// </summary>
internal sealed record FormatMatch(int Literal, int Start, int End, IReadOnlyList<string> Values, bool Exact);

/// <summary>
/// A format string (printf(3), the macros of inttypes.h by name) as a pattern for texts as users see them: values anywhere a
/// conversion stands, blanks and line breaks anywhere, other text before and behind.
/// </summary>
internal sealed partial class FormatPattern
{
    /// <summary>Letters and digits that a format must have of its own to be known by them.</summary>
    private const int MinLiteral = 8;

    /// <summary>The longest value that a conversion is taken to print.</summary>
    private const int MaxValue = 300;

    private readonly List<string> pieces;

    public FormatPattern(string format)
    {
        var plain = Escape().Replace(format, match => match.Value switch { "\\\"" => "\"", "\\\\" => "\\", "\\'" => "'", _ => " " });
        pieces = [.. Conversion().Split(plain.Replace("%%", "\u0001", StringComparison.Ordinal)).Select(piece => Squeeze(piece.Replace('\u0001', '%')))];
        Literal = pieces.Sum(piece => piece.Count(char.IsLetterOrDigit));
        Words = [.. Word().Matches(plain).Select(match => match.Value.ToLowerInvariant())];
    }

    /// <summary>Letters and digits outside of conversions.</summary>
    public int Literal { get; }

    private List<string> Words { get; }

    /// <summary>A text without blanks, quote marks of mails and line breaks.</summary>
    public static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The match in a squeezed text, or null.</summary>
    public FormatMatch? Match(string squeezed)
    {
        if (Literal < MinLiteral)
        {
            return null;
        }

        var first = pieces.FindIndex(piece => piece.Length > 0);
        for (var start = squeezed.IndexOf(pieces[first], StringComparison.Ordinal); start >= 0; start = squeezed.IndexOf(pieces[first], start + 1, StringComparison.Ordinal))
        {
            if (MatchFrom(squeezed, first, start) is { } match)
            {
                return match;
            }
        }

        return null;
    }

    /// <summary>A text of which parts were left out: most words of the format in their order, and most of the text's words in the format.</summary>
    public FormatMatch? MatchLoosely(string text)
    {
        var seen = Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).ToList();
        var (at, common) = (0, 0);
        foreach (var word in Words)
        {
            var found = seen.IndexOf(word, at);
            if (found >= 0)
            {
                (at, common) = (found + 1, common + 1);
            }
        }

        var isClose = common >= 3 && common >= 0.6 * Words.Count && common >= 0.5 * seen.Count;
        return isClose ? new FormatMatch(common * 3, 0, 0, [], Exact: false) : null;
    }

    private FormatMatch? MatchFrom(string text, int first, int start)
    {
        var values = new List<string>();
        var at = start + pieces[first].Length;
        for (var i = first + 1; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Length == 0)
            {
                continue;
            }

            var found = text.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0 || found - at > MaxValue)
            {
                return null;
            }

            values.Add(text[at..found]);
            at = found + piece.Length;
        }

        return new FormatMatch(Literal, start, at, values, Exact: true);
    }

    private const RegexOptions Simple = RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\\.", Simple)]
    private static partial Regex Escape();

    // A conversion, or a macro that was left by name.
    [GeneratedRegex(@"%[-+ #0']{0,8}(\d{1,9}|\*)?(\.(\d{1,9}|\*)?)?([A-Z]+_?PRI\w+|PRI[a-zA-Z]+\d*|TARGET_FMT_\w+|(hh|h|ll|l|j|z|t|L)?[a-zA-Z])|\b[A-Z][A-Z0-9]+_[A-Z0-9_]+\b", Simple)]
    private static partial Regex Conversion();

    [GeneratedRegex(@"[A-Za-z][A-Za-z']+", Simple)]
    private static partial Regex Word();
}
