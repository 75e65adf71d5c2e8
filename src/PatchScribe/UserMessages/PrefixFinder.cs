using PatchScribe.Conditionals.Code;

namespace PatchScribe.UserMessages;

/// <summary>
/// Ties prefixes to the errors that they are put in front of (error_prepend and its kin, include/qapi/error.h): from the prefix
/// upwards in its function to what last filled the same error variable, an error set there or a function called with
/// it; behind a label, to everything that jumps to it. The errors of a called function are known when the file defines it.
/// </summary>
internal static class PrefixFinder
{
    /// <summary>Uses of the variable that are looked at above one prefix.</summary>
    private const int MaxUses = 200;

    private static readonly string[] NoSource = ["if", "while", "for", "switch", "return", "sizeof", "assert", "error_free", "error_report_err", "warn_report_err", "error_get_pretty", "error_propagate", "error_copy"];

    /// <summary>The same messages in their order, with what they are in front of and what is in front of them.</summary>
    public static List<UserMessage> Attach(IReadOnlyList<FoundCall> found)
    {
        var messages = found.Select(one => one.Message).ToList();
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is not { Known.Prefixes: > 0, Message.Function: not null } prefix)
            {
                continue;
            }

            var (targets, callee) = Sources(prefix, found);
            messages[i] = messages[i] with { PrefixOf = [.. targets.Select(at => found[at].Message.Format).Distinct(StringComparer.Ordinal)], PrefixOfCall = callee };
            foreach (var at in targets)
            {
                messages[at] = messages[at] with { Prefixes = [.. messages[at].Prefixes, messages[i].Format] };
            }
        }

        return messages;
    }

    /// <summary>The errors in question by their index, and the function called with the variable when they are what it reports.</summary>
    private static (IReadOnlyList<int> Targets, string? Callee) Sources(FoundCall prefix, IReadOnlyList<FoundCall> found)
    {
        var text = prefix.Segment.Text.AsSpan();
        var variable = Variable(prefix.Segment.Scan.Argument(prefix.Call, prefix.Known.Prefixes - 1));
        if (variable.Length == 0)
        {
            return ([], null);
        }

        var start = StartOf(prefix);
        var label = LabelBefore(text[start..prefix.Call.NameStart]);
        var (targets, callee) = (new List<int>(), (string?)null);
        var end = prefix.Call.NameStart;
        for (var uses = 0; uses < MaxUses && LastUse(text[start..end], variable) is var use and >= 0; uses++)
        {
            end = start + use;
            var name = CallAround(text[start..end], out var open);
            if (name.Length == 0 || Array.IndexOf(NoSource, name.ToString()) >= 0 || (label.Length > 0 && !JumpsTo(text[end..], label)))
            {
                continue;
            }

            var direct = IndexOf(found, prefix.Segment, start + open);
            if (direct >= 0 && (found[direct].Known.Prefixes > 0 || found[direct].Known.Severity == "hint"))
            {
                continue;
            }

            var callees = direct >= 0 ? [] : ErrorsOf(found, name.ToString());
            callee ??= direct >= 0 ? null : name.ToString();
            targets.AddRange(direct >= 0 ? [direct] : callees);
            if (label.Length == 0)
            {
                break;
            }
        }

        return ([.. targets.Distinct().Order()], callee);
    }

    /// <summary>The name that ends an argument: local_err of <c>&amp;local_err</c>.</summary>
    private static ReadOnlySpan<char> Variable(ReadOnlySpan<char> argument)
    {
        argument = argument.Trim();
        var start = argument.Length;
        while (start > 0 && CodeText.IsIdentifier(argument[start - 1]))
        {
            start--;
        }

        return argument[start..];
    }

    /// <summary>Where the body of the function of a call begins in the text.</summary>
    private static int StartOf(FoundCall one)
    {
        var text = one.Segment.Text.AsSpan(0, one.Call.NameStart);
        for (var line = one.Call.Line; text.Length > 0 && one.Segment.FunctionAt(one.Segment.LineOf(line)) == one.Message.Function; line--)
        {
            text = text[..Math.Max(0, text.LastIndexOf('\n'))];
        }

        var body = one.Segment.Text.AsSpan(text.Length, one.Call.NameStart - text.Length).IndexOf('{');
        return text.Length + Math.Max(0, body);
    }

    /// <summary>The label that stands directly before the end of the text, or nothing.</summary>
    private static ReadOnlySpan<char> LabelBefore(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        if (!text.EndsWith(":"))
        {
            return default;
        }

        text = text[..^1].TrimEnd();
        var name = Variable(text);
        return name is "default" || text[..^name.Length].TrimEnd().EndsWith("case") ? default : name;
    }

    private static int LastUse(ReadOnlySpan<char> text, ReadOnlySpan<char> variable)
    {
        while (text.LastIndexOf(variable) is var at and >= 0)
        {
            if ((at == 0 || !CodeText.IsIdentifier(text[at - 1])) && (at + variable.Length == text.Length || !CodeText.IsIdentifier(text[at + variable.Length])))
            {
                return at;
            }

            text = text[..at];
        }

        return -1;
    }

    /// <summary>The name of the call that is open at the end of the text, and where it stands.</summary>
    private static ReadOnlySpan<char> CallAround(ReadOnlySpan<char> text, out int start)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0 && text[i] is not (';' or '{' or '}'); i--)
        {
            depth += text[i] switch { ')' => 1, '(' => -1, _ => 0 };
            if (depth < 0)
            {
                var name = Variable(text[..i]);
                start = text[..i].TrimEnd().Length - name.Length;
                return name;
            }
        }

        start = 0;
        return default;
    }

    /// <summary>True when the block that the text begins in leaves by a jump to the label.</summary>
    private static bool JumpsTo(ReadOnlySpan<char> text, ReadOnlySpan<char> label)
    {
        var end = text.IndexOf('}');
        var block = end < 0 ? text : text[..end];
        var jump = block.IndexOf("goto ");
        return jump >= 0 && block[(jump + 5)..].TrimStart().StartsWith(label);
    }

    private static int IndexOf(IReadOnlyList<FoundCall> found, CodeSegment segment, int nameStart)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (ReferenceEquals(found[i].Segment, segment) && found[i].Call.NameStart == nameStart)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>What a function of the file sets itself.</summary>
    private static List<int> ErrorsOf(IReadOnlyList<FoundCall> found, string function) =>
        [.. Enumerable.Range(0, found.Count).Where(i => found[i].Message.Function == function && found[i].Known is { Prefixes: 0, SetsError: true })];
}
