using System.Buffers;

namespace PatchScribe.Mail.Decoding;

/// <summary>
/// Estimates how deep the elements of an HTML text nest before it is parsed, because a parser's cost can grow with
/// depth times length. Elements that close themselves or each other do not count.
/// </summary>
internal static class HtmlNesting
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Flat = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "br", "hr", "img", "input", "meta", "link", "p", "li", "dt", "dd", "td", "tr", "th", "tbody", "thead", "option", "col", "area", "base", "wbr", "o:p",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The largest number of elements that are open at once.</summary>
    public static int Depth(ReadOnlySpan<char> html)
    {
        var (depth, deepest) = (0, 0);
        while (html.IndexOf('<') is >= 0 and var at && at + 1 < html.Length)
        {
            html = html[(at + 1)..];
            var closes = html[0] == '/';
            var name = closes ? html[1..] : html;
            var end = name.IndexOfAny(NameEnds);
            name = end < 0 ? name : name[..end];
            if (name.IsEmpty || !char.IsAsciiLetter(name[0]) || Flat.Contains(name))
            {
                continue;
            }

            depth = Math.Max(0, depth + (closes ? -1 : 1));
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }
}
