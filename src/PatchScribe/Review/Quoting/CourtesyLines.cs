using System.Text.RegularExpressions;

namespace PatchScribe.Review.Quoting;

/// <summary>Lines that say nothing about the change: greetings, closings with a name below, "[snip]", "+Cc", footers of lists and classifications.</summary>
internal static partial class CourtesyLines
{
    private const int MaxName = 40;

    /// <summary>A line below which a body holds no words of the writer: the signature separator of RFC 3676 section 4.3, a list footer.</summary>
    public static bool IsEnd(string line) => line is "-- " or "--" || Footer().IsMatch(line);

    /// <summary>True for a line of courtesy; a name counts below a closing, or alone as the last words before a quotation or the end.</summary>
    public static bool IsCourtesy(string[] lines, int at, string author)
    {
        var line = lines[at].Trim();
        if (line.Length == 0)
        {
            return false;
        }

        if (Greeting().IsMatch(line) || Closing().IsMatch(line) || LeftOut().IsMatch(line) || line == "Reply via email to")
        {
            return true;
        }

        if (IsNameOf(line, author) && EndsWords(lines, at, orQuote: true))
        {
            return true;
        }

        if (line.Length >= MaxName || !Name().IsMatch(line))
        {
            return false;
        }

        var above = at - 1;
        while (above >= 0 && string.IsNullOrWhiteSpace(lines[above]))
        {
            above--;
        }

        return above >= 0 && (Closing().IsMatch(lines[above].Trim()) || (above < at - 1 && EndsWords(lines, at, orQuote: false) && lines[above][0] is not ('>' or '|') && SingleName().IsMatch(line)));
    }

    private static bool IsNameOf(string line, string author)
    {
        var name = line.Trim('-', '/', '~', '.', ',', ' ', '(', ')');
        return name.Length > 1 && (author.Equals(name, StringComparison.OrdinalIgnoreCase)
            || (author.StartsWith(name, StringComparison.OrdinalIgnoreCase) && author.Length > name.Length && author[name.Length] == ' ')
            || (author.EndsWith(name, StringComparison.OrdinalIgnoreCase) && author.Length > name.Length && author[^(name.Length + 1)] == ' '));
    }

    /// <summary>Nothing but blank, quoted or closing lines follow.</summary>
    private static bool EndsWords(string[] lines, int at, bool orQuote)
    {
        var next = at + 1;
        while (next < lines.Length && string.IsNullOrWhiteSpace(lines[next]))
        {
            next++;
        }

        return next >= lines.Length || IsEnd(lines[next]) || ((orQuote || next > at + 1) && lines[next].StartsWith('>'));
    }

    [GeneratedRegex(@"^(_{20,}|-{40,}|={40,})\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Footer();

    [GeneratedRegex(@"^(Hi|Hello|Hey|Dear|Hallo|Howdy|Good (morning|day|afternoon|evening))(,? (there|all|everyone|folks|again))?\b[^.?:;]{0,30}[,!.:]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^(((Many |Kind |Best |Warm |With best |With kind )?(thanks|thank you|thx|regards|wishes|cheers)( again| a lot| so much| very much| in advance| and (best |kind )?regards)?)|Best|BR|Rgds|Later|Ciao|Mit freundlichen Grüßen|Yours,?( sincerely)?|[A-Z]\.)[,.!]*( ?[A-Z][a-z]+[.,]?)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^([\[<(]?(\.\.\.|…|snip(ped)?|cut|trim(med)?|skip(ped)?|deleted)( .{0,20})?[\]>)]|\.{3,}|…|\[?\+ ?(cc:? ?)?[\w.@-]+( \w+)?\.?,?\]?|\[?\+? ?(adding |added )?cc( list|'?ing)?:? .{0,80}\]|\[?(AMD|Intel|Public|Official|Confidential)[^\]]*(Use|Confidential|General|Only)\]?( ?- ?.{0,30})?)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LeftOut();

    [GeneratedRegex(@"^(--? ?|/|~|\()?\p{Lu}[\p{L}.'-]*( \p{Lu}[\p{L}.'-]*){0,3}[.,)]?$|^\p{Ll}{2,12}\.?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(--?|/|~)? ?\p{Lu}[\p{L}'-]{0,15}\.?$|^(-|/|~) ?\p{L}{2,12}\.?$", RegexOptions.ExplicitCapture)]
    private static partial Regex SingleName();
}
