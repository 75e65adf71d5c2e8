using System.Text.RegularExpressions;
using PatchScribe.Conditionals;
using PatchScribe.Conditionals.Code;

namespace PatchScribe.UserMessages;

/// <summary>
/// Finds functions and macros that pass a format on: a parameter that stands where a known call has its format, or one
/// that a prototype marks so (G_GNUC_PRINTF, __printf, the format attribute) under a name that says it reports. What its name says to be there to debug is left out,
/// what a test or a condition says so has that severity.
/// </summary>
internal static partial class WrapperFinder
{
    private static readonly string[] ReportWords =
    [
        "err", "warn", "fail", "fatal", "die", "panic", "bug", "report", "complain", "corrupt", "invalid", "msg", "message", "usage", "abort", "log", "info", "notice",
    ];

    private static readonly string[] DebugWords = ["debug", "dprintf", "dbg", "trace", "test", "dup_printf", "dup_vprintf", "strdup", "snprintf", "sprintf", "asprintf", "string_"];
    private static readonly string[] InformWords = ["info", "log", "print", "notice"];

    /// <summary>Wrappers of wrappers are followed so far.</summary>
    private const int MaxDepth = 3;

    /// <summary>The calls and the wrappers that a version defines itself.</summary>
    public static MessageCalls Extend(MessageCalls calls, CodeVersion version)
    {
        for (var i = 0; i < MaxDepth; i++)
        {
            var more = calls.With(version.Segments.SelectMany(segment => Passing(segment.Scan, calls, line => segment.At(segment.LineOf(line)))));
            if (ReferenceEquals(more, calls))
            {
                break;
            }

            calls = more;
        }

        return calls;
    }

    /// <summary>The calls and the wrappers that a header declares or defines.</summary>
    public static MessageCalls Extend(MessageCalls calls, CodeScan header) => calls.With([.. Passing(header, calls), .. Marked(header.Text, calls)]);

    private static List<MessageCall> Passing(CodeScan scan, MessageCalls calls, Func<int, Condition>? conditionAt = null)
    {
        var found = new List<MessageCall>();
        foreach (var call in scan.Calls)
        {
            if (calls.Find(scan.NameOf(call)) is not { Format: > 0 } known || scan.FunctionAt(call.Line) is not { } function || calls.Find(function) is not null || HasWord(function, DebugWords)
                || (known.FirstArgument is { } first && !scan.Argument(call, 0).Trim().SequenceEqual(first)))
            {
                continue;
            }

            var name = LastName(scan.Argument(call, known.Format - 1));
            var header = name.Length == 0 ? -1 : Header(scan, call, function);
            var at = header < 0 ? 0 : Position(scan, header + function.Length, name);
            if (at > 0)
            {
                var isDebug = DebugTest().IsMatch(scan.Text.AsSpan(header, call.NameStart - header)) || (conditionAt?.Invoke(call.Line) is { IsTrue: false } condition && DebugSwitch().IsMatch(condition.ToString()));
                found.Add(new MessageCall(function, at, isDebug ? "debug" : known.Severity) { Errno = known.Errno == -1 ? -1 : 0 });
            }
        }

        // What one branch prints for debugging and another one always is no debugging.
        return [.. found.Where(one => one.Severity != "debug" || !found.Exists(other => other.Name == one.Name && other.Severity != "debug"))];
    }

    /// <summary>The bare name that ends an argument, such as <c>fmt</c> in <c>"x: " fmt</c>; empty when something else does.</summary>
    private static ReadOnlySpan<char> LastName(ReadOnlySpan<char> argument)
    {
        argument = argument.Trim();
        var start = argument.Length;
        while (start > 0 && CodeText.IsIdentifier(argument[start - 1]))
        {
            start--;
        }

        var before = argument[..start].TrimEnd();
        return start < argument.Length && CodeText.StartsIdentifier(argument[start]) && (before.Length == 0 || before[^1] == '"') ? argument[start..] : default;
    }

    /// <summary>Where the function that the call stands in begins; -1 when it is not there.</summary>
    private static int Header(CodeScan scan, CodeCall call, string function)
    {
        var before = scan.Text.AsSpan(0, call.NameStart);
        return before.LastIndexOf(function + "(", StringComparison.Ordinal) is var header and >= 0 ? header : before.LastIndexOf(function + " (", StringComparison.Ordinal);
    }

    /// <summary>1-based position of a parameter in the list that follows a name; 0 when it is none.</summary>
    private static int Position(CodeScan scan, int nameEnd, ReadOnlySpan<char> parameter)
    {
        var rest = scan.Text.AsSpan(nameEnd);
        var open = rest.IndexOf('(');
        var close = rest.IndexOf(')');
        if (open < 0 || close < open)
        {
            return 0;
        }

        var position = 0;
        foreach (var range in rest[(open + 1)..close].Split(','))
        {
            position++;
            var word = rest[(open + 1)..close][range].Trim();
            word = word.EndsWith("...") ? word[..^3] : word;
            if (word.EndsWith(parameter) && (word.Length == parameter.Length || !CodeText.IsIdentifier(word[^(parameter.Length + 1)])))
            {
                return position;
            }
        }

        return 0;
    }

    /// <summary>False when the file itself defines a function of that name with something else than text at the 1-based position.</summary>
    public static bool MayTakeText(CodeScan scan, string name, int position)
    {
        foreach (var start in scan.DefinitionsOf(name))
        {
            var header = scan.Text.AsSpan(start);
            header = header[(header.IndexOf(name, StringComparison.Ordinal) + name.Length)..];
            var close = header.IndexOf(')');
            if (header.StartsWith("(") && close > 0 && header[(close + 1)..].TrimStart().StartsWith("{"))
            {
                var number = 0;
                foreach (var range in header[1..close].Split(','))
                {
                    if (++number == position)
                    {
                        return header[1..close][range].Contains("char", StringComparison.Ordinal);
                    }
                }
            }
        }

        return true;
    }

    private static IEnumerable<MessageCall> Marked(string header, MessageCalls calls) => Mark().Matches(header)
        .Select(match => (Name: match.Groups["name"].Value, Position: match.Groups["position"].Value))
        .Where(pair => SoundsLikeReport(pair.Name) && calls.Find(pair.Name) is null && pair.Position.Length < 3)
        .Select(pair => new MessageCall(pair.Name, int.Parse(pair.Position), SeverityOf(pair.Name)));

    private static string SeverityOf(string name) =>
        name.Contains("warn", StringComparison.OrdinalIgnoreCase) ? "warning" : HasWord(name, InformWords) ? "info" : "error";

    /// <summary>True when a name that is not known sounds as if it reported something.</summary>
    public static bool SoundsLikeReport(ReadOnlySpan<char> name) => HasWord(name, ReportWords) && !HasWord(name, DebugWords);

    private static bool HasWord(ReadOnlySpan<char> name, string[] words)
    {
        foreach (var word in words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A test of a switch for debugging in front of a call.</summary>
    [GeneratedRegex(@"\bif\s*\([^;{}]*debug", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex DebugTest();

    /// <summary>A condition on a switch for debugging that is on.</summary>
    [GeneratedRegex(@"(?<![!\w])\w*DEBUG\w*", RegexOptions.IgnoreCase)]
    private static partial Regex DebugSwitch();

    private const RegexOptions Simple = RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(?<name>\w+)\s*\([^;(){}]*\)\s*(G_GNUC_PRINTF|GCC_FMT_ATTR|__printf|__attribute__\s*\(\s*\(\s*_*format_*\s*\(\s*_*(gnu_)?printf_*\s*,)\s*\(?\s*(?<position>\d+)", Simple)]
    private static partial Regex Mark();
}
