using System.Text.RegularExpressions;
using PatchScribe.Conditionals.Code;

namespace PatchScribe.Checks.Log;

/// <summary>
/// What a program asks before it prints a message. In: the lines of one version of a C file, and the first line of the call; out: the head of the branch around it (if, loop, case,
/// label), those that its else belongs to, and the statement in front of the head where that has one of its names (<c>ret = f();</c>), blanks and comments aside. Empty where nothing is asked.
/// </summary>
internal sealed partial class MessageTest
{
    /// <summary>Lines in front of a call in which its branch begins.</summary>
    private const int MaxLines = 200;

    /// <summary>Lines of code in front of the call, the nearest first.</summary>
    private readonly List<string> code = [];

    private MessageTest(CodeLines lines, int line)
    {
        for (var at = line - 1; at >= Math.Max(1, line - MaxLines); at--)
        {
            if (lines.At(at) is { } text && Comment().Replace(text, "").Trim() is { Length: > 0 } said)
            {
                code.Add(said);
            }
        }
    }

    public static string Of(CodeLines lines, int line) => new MessageTest(lines, line).Text();

    private string Text()
    {
        var (head, next) = At(code.Count > 0 && !IsEnd(code[0]) ? 0 : HeadAbove(0));
        if (!Head().IsMatch(head))
        {
            return "";
        }

        var heads = head;
        for (var one = head; Else().IsMatch(one); heads = $"{one} {heads}")
        {
            (one, next) = At(one.StartsWith('}') ? HeadAbove(next) : next);
        }

        var names = Names(heads).ToHashSet(StringComparer.Ordinal);
        return next < code.Count && code[next].EndsWith(';') && At(next).Text is var statement && Names(statement).Any(names.Contains) ? $"{statement} {heads}" : heads;
    }

    /// <summary>Index of the line with the brace or the label that opens the block around what stands at an index; behind the last where none is known.</summary>
    private int HeadAbove(int from)
    {
        var depth = 0;
        for (var i = from; i < code.Count; i++)
        {
            if (depth == 0 && Label().IsMatch(code[i]))
            {
                return i;
            }

            foreach (var c in Literal().Replace(code[i], "").Reverse())
            {
                depth += c == '}' ? 1 : c == '{' ? -1 : 0;
                if (depth < 0)
                {
                    return i;
                }
            }
        }

        return code.Count;
    }

    /// <summary>The statement, head or row of labels that ends at an index, and the index of what stands in front of it.</summary>
    private (string Text, int Next) At(int end)
    {
        if (end >= code.Count)
        {
            return ("", end);
        }

        var next = end + 1;
        var isLabel = Label().IsMatch(code[end]);
        while (next < code.Count && (isLabel ? Label().IsMatch(code[next]) : code[next - 1][0] != '}' && !IsEnd(code[next])))
        {
            next++;
        }

        return (string.Join(' ', code[end..next].AsEnumerable().Reverse()), next);
    }

    /// <summary>The line ends a statement, a head, a block or a label.</summary>
    private static bool IsEnd(string line) => line[^1] is ';' or '{' or '}' or ':';

    private static IEnumerable<string> Names(string text) => Name().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"/\*.*?(\*/|$)|//.*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();

    [GeneratedRegex("""\"([^"\\]|\\.)*"|'[{}]'""", RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();

    [GeneratedRegex(@"^(case\b.*|\w+)\s?:(?!:)", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    /// <summary>No function's head: that asks nothing.</summary>
    [GeneratedRegex(@"\b(if|else|for|while|switch|do|case|default)\b|^\w+\s?:|(EACH|each)(_\w+)?\s?\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Head();

    [GeneratedRegex(@"^(}\s?)?else\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Else();

    /// <summary>A name that is no keyword and no function that is called.</summary>
    [GeneratedRegex(@"\b(?!(if|else|for|while|do|switch|case|default|return|goto|break)\b)[A-Za-z_]\w{0,80}\b(?!\()", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
