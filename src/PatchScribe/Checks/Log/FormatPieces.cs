using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;

namespace PatchScribe.Checks.Log;

/// <summary>
/// A format string as the literal pieces between its specifiers (printf(3)), so that a text with values in their place is
/// recognised. Escapes of C are undone, macros such as PRIx64 belong to their specifier.
/// </summary>
internal sealed partial class FormatPieces
{
    /// <summary>Fewest letters in all pieces from which a text is held for the message and not for chance.</summary>
    private const int MinLetters = 8;

    private readonly string[] pieces;

    public FormatPieces(string format)
    {
        var plain = format.Replace("\\n", " ", StringComparison.Ordinal).Replace("\\t", " ", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal).Replace("%%", "\u0001", StringComparison.Ordinal);
        pieces = [.. Specifier().Split(plain).Select(piece => Quotation.OneLine(piece.Replace('\u0001', '%'))).Where(piece => piece.Any(char.IsLetterOrDigit))];
        Text = Quotation.OneLine(Specifier().Replace(plain, "%").Replace('\u0001', '%'));
    }

    /// <summary>The format in one line with <c>%</c> for every specifier: equal for formats that differ in specifiers alone.</summary>
    public string Text { get; }

    /// <summary>True when the pieces are long enough to recognise the message by.</summary>
    public bool IsTelling => pieces.Sum(piece => piece.Count(char.IsLetterOrDigit)) >= MinLetters;

    /// <summary>Where all pieces stand in order in a text of one line, letter case aside; -1 when they do not.</summary>
    public int IndexIn(string line)
    {
        var (first, at) = (-1, 0);
        foreach (var piece in IsTelling ? pieces : [])
        {
            var found = line.IndexOf(piece, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return -1;
            }

            first = first < 0 ? found : first;
            at = found + piece.Length;
        }

        return first;
    }

    /// <summary>The words of a format, without specifiers, numbers, marks and names of code (those with an underscore), which follow the code.</summary>
    public static IEnumerable<string> Words(string format) =>
        Word().Matches(CodeName().Replace(Specifier().Replace(format.Replace("0x%", "%", StringComparison.Ordinal).Replace("\\n", " ", StringComparison.Ordinal).Replace("\\t", " ", StringComparison.Ordinal), " "), " ").ToLowerInvariant()).Select(match => match.Value);

    /// <summary>How many values, numbers and macros (which stand for either) a format gives.</summary>
    public static int Values(string format)
    {
        var between = Specifier().Split(format.Replace("%%", "", StringComparison.Ordinal).Replace("0x%", "%", StringComparison.Ordinal));
        return between.Length - 1 + between.Sum(piece => Macro().Count(piece) + Number().Count(Macro().Replace(piece, "")));
    }

    [GeneratedRegex("\\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\\b")]
    private static partial Regex Macro();

    [GeneratedRegex("(?<![A-Za-z_])(0[xX][0-9a-fA-F]+|[0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex("[A-Za-z0-9]*_[A-Za-z0-9_]*")]
    private static partial Regex CodeName();

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Word();

    [GeneratedRegex("""%[-+ #0']{0,8}(\*|[0-9]{1,9})?(\.(\*|[0-9]{1,9}))?(hh|h|ll|l|j|z|Z|q|t|L)?(([A-Z][A-Z0-9]{1,20}_){0,3}PRI[diouxX]((LEAST|FAST)?(8|16|32|64)|MAX|PTR)?|[A-Z][A-Z0-9_]{3,}((?<=_)p?l{0,2}[dux])?|PRI[a-z]{3,8}\b|p[A-Za-z0-9]*|[diouxXeEfFgGaAcsnm])|(?<![\w%])([A-Z][A-Z0-9]*_)*FMT_\w+""", RegexOptions.ExplicitCapture)]
    private static partial Regex Specifier();
}
