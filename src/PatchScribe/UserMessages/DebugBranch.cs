using System.Text.RegularExpressions;
using PatchScribe.Conditionals.Code;

namespace PatchScribe.UserMessages;

/// <summary>The branch of a call runs only where a switch for debugging is on: <c>if (s->debug)</c>, <c>if (DEBUG_TLB &amp;&amp; x)</c>.</summary>
internal static partial class DebugBranch
{
    /// <summary>Characters in front of a call in which its branch begins.</summary>
    private const int MaxDistance = 500;

    public static bool IsAround(CodeScan scan, CodeCall call)
    {
        var before = scan.Text.AsSpan(Math.Max(0, call.NameStart - MaxDistance)..call.NameStart);
        return before.Contains("debug", StringComparison.OrdinalIgnoreCase) && Switch().IsMatch(Head(before));
    }

    /// <summary>From the statement in front of the branch to its brace, or to the call where it has none.</summary>
    private static ReadOnlySpan<char> Head(ReadOnlySpan<char> before)
    {
        var end = before.Length;
        if (before.TrimEnd() is not [.., ')'])
        {
            var depth = 0;
            for (end--; end >= 0 && depth >= 0; end--)
            {
                depth += before[end] == '}' ? 1 : before[end] == '{' ? -1 : 0;
            }

            end++;
        }

        return before[(before[..end].LastIndexOfAny(";{}") + 1)..end];
    }

    [GeneratedRegex(@"\bif\s*\((.*(&&|\|\|))?\s*[\w.>-]*debug\w*\s*(\)|&|\|\||>|!=)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Switch();
}
