using System.Text.RegularExpressions;

namespace PatchScribe.Review.Quoting;

/// <summary>Lines that say whom a quotation is from: "On ..., X wrote:" in the usual languages, on one line or up to three.</summary>
internal static partial class AttributionLines
{
    private const int MaxLines = 3;

    /// <summary>True when the line is one of an attribution: the line that ends in "wrote:", or one of those before it.</summary>
    public static bool IsAttribution(string[] lines, int at)
    {
        for (var i = at; i < Math.Min(lines.Length, at + MaxLines); i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) || lines[i][0] == '>')
            {
                return false;
            }

            if (Wrote().IsMatch(lines[i]) || Quoting().IsMatch(lines[i]))
            {
                return i == at ? i == 0 || IsShort(lines, at) : Start().IsMatch(lines[at]) || (at > 0 && Start().IsMatch(lines[at - 1]));
            }
        }

        return false;
    }

    /// <summary>True for the line of an attribution behind which the quotation begins.</summary>
    public static bool Ends(string[] lines, int at) => Wrote().IsMatch(lines[at]) || Quoting().IsMatch(lines[at]);

    /// <summary>The line with "wrote:" is an attribution by itself when it names a date or an address, or the line before it starts one.</summary>
    private static bool IsShort(string[] lines, int at) =>
        Named().IsMatch(lines[at]) || Quoting().IsMatch(lines[at]) || Start().IsMatch(lines[at]) || Start().IsMatch(lines[at - 1]) || (at > 1 && Start().IsMatch(lines[at - 2]))
        || (at + 1 < lines.Length && lines[at + 1].StartsWith('>'));

    [GeneratedRegex(@"(wrote|writes|said|schrieb|geschrieben|a écrit|escribió|escreveu|ha scritto|scrisse|napsal\(?a?\)?|napisał\(?a?\)?|skrev|schreef|kirjoitti|пишет|написал\(?а?\)?|写道|寫道|のメッセージ|님이 작성)\s{0,9}[:：]?\s{0,9}$|\b(schrieb|skrev|schreef|napisał|escreveu|scrisse)\b [^:]{1,80}[:：]\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Wrote();

    [GeneratedRegex(@"^(Quoting|Excerpts from|Zitat von|Citando) .*\S\s*[:)]?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoting();

    [GeneratedRegex(@"^\s*(On|Am|Le|El|Il|Em|Dne|Dnia|W dniu|Op|Den|På|At|From|Quoting|在|於)\b|^\s*\*|^\s*在", RegexOptions.ExplicitCapture)]
    private static partial Regex Start();

    [GeneratedRegex(@"@|<|\d{4}|\d{1,2}[:.]\d\d", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
