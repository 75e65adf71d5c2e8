using System.Text.RegularExpressions;

namespace PatchScribe.Threads.Tags;

/// <summary>
/// Finds the condition under which a tag is given: the clause that leads to it ("With that fixed:"), the words behind it on its
/// line, or the line below ("provided that ..."). A whole sentence before the tag that asks for something is no condition.
/// </summary>
internal static partial class ConditionFinder
{
    /// <summary>Of a longer sentence before a tag only the end is read.</summary>
    public const int MaxSentence = 2000;

    /// <summary>The words of the condition on the tag at a 0-based line, or null.</summary>
    public static string? Find(IReadOnlyList<string> lines, int line, string? qualifier)
    {
        if (qualifier is not null && !Courtesy().IsMatch(qualifier) && (After().IsMatch(qualifier) || LeadsConditional(qualifier.Trim('(', ')', '[', ']', '#', ' ', ',') + ":")))
        {
            return qualifier;
        }

        var before = LastSentence(lines, line, out _);
        return before.Length > 0 && LeadsConditional(before) ? before : Below(lines, line);
    }

    /// <summary>True when the words before a tag set a condition for it.</summary>
    public static bool LeadsConditional(string sentence)
    {
        if (Courtesy().IsMatch(sentence))
        {
            return false;
        }

        var open = sentence.Length > 0 && sentence[^1] is not ('.' or '!' or '?');
        var fragment = !open && sentence[^1] == '.' && !sentence.Contains(',', StringComparison.Ordinal);
        return open ? Lead().IsMatch(sentence) || (Giving().IsMatch(sentence) && Anywhere().IsMatch(sentence)) : fragment && Fragment().IsMatch(sentence) || (Giving().IsMatch(sentence) && Anywhere().IsMatch(sentence));
    }

    /// <summary>The last sentence of the paragraph before the tags that a line belongs to; cut when it begins further up than is read.</summary>
    public static string LastSentence(IReadOnlyList<string> lines, int line, out bool cut)
    {
        cut = false;
        var last = line - 1;
        while (last >= 0 && (lines[last].Length == 0 || TrailerReader.IsTrailer(lines[last], anyIndent: true)))
        {
            last--;
        }

        var first = last;
        var length = 0;
        while (first > 0 && lines[first - 1].Length > 0 && !TrailerReader.IsTrailer(lines[first - 1], anyIndent: true))
        {
            if ((length += lines[first].Length) >= MaxSentence)
            {
                cut = true;
                break;
            }

            first--;
        }

        if (last < 0)
        {
            return "";
        }

        var paragraph = string.Join(' ', lines.Skip(first).Take(last - first + 1).Select(text => text.Trim()));
        var end = EndOfSentenceBefore(paragraph);
        cut &= end < 0;
        return paragraph[(end + 1)..].Trim();
    }

    /// <summary>Where the last sentence but one ends; -1 when there is only one.</summary>
    private static int EndOfSentenceBefore(string paragraph)
    {
        for (var i = paragraph.Length - 3; i >= 0; i--)
        {
            if (paragraph[i] is '.' or '!' or '?' && paragraph[i + 1] == ' ' && !(i > 1 && paragraph[i - 2] == '.'))
            {
                return i;
            }
        }

        return -1;
    }

    private static string? Below(IReadOnlyList<string> lines, int line)
    {
        var next = line + 1;
        while (next < lines.Count && lines[next].Length > 0 && TrailerReader.IsTrailer(lines[next], anyIndent: true))
        {
            next++;
        }

        next += next < lines.Count && lines[next].Length == 0 ? 1 : 0;
        return next < lines.Count && Following().IsMatch(lines[next].Trim()) ? lines[next].Trim() : null;
    }

    private const string Mended = "(fix(ed|es)?|chang(ed|es?)|address(ed)?|done|resolved|removed|added|sorted|corrected|updated|clarified|squashed|folded|dropped|taken care|tweaked|cleaned|reworded|renamed|adjusted|nits?|typos?|comments?|suggestions?|modifications?|requested)";

    [GeneratedRegex(@"^\W*((so|and|but|ok(ay)?|thanks?|fine|then|anyway|fwiw|otherwise|looks? (good|ok)( to me)?|lgtm|nice)\W+)*(with\b.*\b" + Mended + @"\b|once\b|if\b|assuming\b|provided\b|providing\b|modulo\b|unless\b|as long as\b|subject to\b|pending\b|after\b.*\b(" + Mended + @"|fixing|addressing|changing|removing|adding|these|those)\b|with (that|this|these|those|the above)\W*$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\W*(with\b.*\b" + Mended + @"|once (that|this|these|fixed|addressed|done)|after\b.*\b" + Mended + @"|assuming|provided|modulo)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Fragment();

    [GeneratedRegex(@"\b(with\b.{0,120}\b" + Mended + @"|once (that|this|these|those|it|you|the|we|all)\b|if (you|that|this|it|we|the|these)\b|assuming\b|provided\b|modulo\b|as long as\b|after (that|this|these|those|the|fixing|addressing|you)\b|subject to\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"\b(feel free to (add|include|take|keep)|(you|please) (can|may|could)?\s*(add|have|take|include|keep)( my)?|here('s| is) my|add my|have my|you get my|you('ve| have) got my)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Giving();

    [GeneratedRegex(@"\bif (it|that|this) (helps|matters|counts|is (useful|of any use))|\bif (you (like|wish|care|need (it|one)|want (it|one)?$)|needed|useful)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"\b(with\b.{0,120}\b" + Mended + @"|once (that|this|these|you|the|fixed|addressed)|if (you|that|this|the)|assuming|provided|modulo|after (that|this|the|these)\b.{0,120}" + Mended + @")\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex After();

    [GeneratedRegex(@"^\(?(provided|providing|assuming|as long as|once (that|this|these|you|the|it)|with (that|this|these|those|the)\b.*\b" + Mended + @"|if you|modulo|but only|on the condition|after (you|that|this|the|fixing)|unless)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Following();
}
