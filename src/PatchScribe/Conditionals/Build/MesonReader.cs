using System.Text;
using System.Text.RegularExpressions;

namespace PatchScribe.Conditionals.Build;

/// <summary>
/// Reads the conditions of a meson.build file (mesonbuild.com, "Syntax", "SourceSet module"): source sets filled
/// with <c>add(when:, if_true:, if_false:)</c>, <c>add_all</c>, <c>if</c> blocks, <c>subdir</c>, and configuration data that is set.
/// Statements that it does not know are passed over.
/// </summary>
internal static partial class MesonReader
{
    /// <summary>Characters of a statement that are looked at; a bracket that never closes would take in the rest of the file.</summary>
    private const int MaxStatement = 50_000;

    public static IEnumerable<BuildEntry> Read(string text)
    {
        var open = new Stack<(Condition Outer, Condition Earlier, Condition Now)>();
        var sets = SourceSet().Matches(text).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var number = 0;
        foreach (var (statement, line) in Statements(text))
        {
            number++;
            var word = Word().Match(statement).Value;
            var rest = statement[word.Length..].Trim();
            switch (word)
            {
                case "if":
                    var condition = Expression(rest);
                    open.Push((Outer(open), condition, condition));
                    break;
                case "elif" or "else" when open.TryPop(out var branch):
                    var next = word == "else" ? Condition.True : Expression(rest);
                    open.Push((branch.Outer, branch.Earlier.Or(next), branch.Earlier.Not().And(next)));
                    break;
                case "endif":
                    open.TryPop(out _);
                    break;
                default:
                    foreach (var entry in Entries(statement, sets))
                    {
                        yield return entry with { Condition = Outer(open).And(entry.Condition), Line = line, Statement = number };
                    }

                    break;
            }
        }
    }

    private static Condition Outer(Stack<(Condition Outer, Condition Earlier, Condition Now)> open) =>
        open.TryPeek(out var branch) ? branch.Outer.And(branch.Now) : Condition.True;

    private static IEnumerable<BuildEntry> Entries(string statement, HashSet<string> sets)
    {
        if (Subdir().Match(statement) is { Success: true } subdir)
        {
            return [Entry(subdir.Groups["name"].Value + "/", "", Condition.True)];
        }

        if (Set().Match(statement) is { Success: true } set)
        {
            var value = statement[(set.Index + set.Length)..].TrimEnd();
            return [Entry(set.Groups["name"].Value, "", Expression(value.EndsWith(')') ? value[..^1] : value)) with { IsSetting = true }];
        }

        if (Add().Match(statement) is { Success: true } add)
        {
            return Added(add.Groups["set"].Value, statement[(add.Index + add.Length)..], sets);
        }

        return Append().Match(statement) is { Success: true } append
            ? Targets(statement[(append.Index + append.Length)..], sets).Where(target => target.Contains('.', StringComparison.Ordinal)).Select(target => Entry(target, append.Groups["set"].Value, Condition.True))
            : [];
    }

    private static IEnumerable<BuildEntry> Added(string set, string arguments, HashSet<string> sets)
    {
        var keywords = Keyword().Matches(arguments);
        var parts = keywords.Select((match, i) => (Name: match.Groups["name"].Value, Value: arguments[(match.Index + match.Length)..(i + 1 < keywords.Count ? keywords[i + 1].Index : arguments.Length)]))
            .Prepend((Name: "", Value: arguments[..(keywords.Count > 0 ? keywords[0].Index : arguments.Length)])).ToList();
        var when = parts.Where(part => part.Name == "when").Select(part => When(part.Value)).FirstOrDefault(Condition.True);
        foreach (var (name, value) in parts.Where(part => part.Name != "when"))
        {
            var condition = name == "if_false" ? when.Not() : when;
            foreach (var target in Targets(value, sets))
            {
                yield return Entry(target, set, condition) with { Construct = name == "if_false" ? ConditionalConstruct.Stub : ConditionalConstruct.Meson };
            }
        }
    }

    private static BuildEntry Entry(string target, string set, Condition condition) => new(target, set, condition, 0, 0, ConditionalConstruct.Meson);

    private static Condition When(string list) => WhenWord().Matches(list).Select(match => Condition.Symbol(match.Groups["name"].Value))
        .Aggregate(Condition.True, (all, one) => all.And(one));

    /// <summary>Files and sets of them; a name beside files that is no set of this file is a dependency that they need.</summary>
    private static IEnumerable<string> Targets(string list, HashSet<string> sets)
    {
        var found = Target().Matches(list);
        var hasFiles = found.Any(match => match.Groups["file"].Success);
        return found.Select(match => match.Groups["file"].Success ? match.Groups["file"].Value : IsSet(match.Groups["set"].Value) ? match.Groups["set"].Value : null).OfType<string>().Distinct(StringComparer.Ordinal);

        bool IsSet(string name) => name is not ("files" or "true" or "false" or "and" or "or" or "not" or "dependency" or "declare_dependency")
            && (!hasFiles || sets.Contains(name) || name.EndsWith("_ss", StringComparison.Ordinal));
    }

    private static Condition Expression(string text)
    {
        text = InConfiguration().Replace(text, "${name}");
        text = Found().Replace(text, "${name}");
        text = Literal().Replace(text, "text");
        text = ShortLiteral().Replace(text, match => match.Groups["word"].Success ? match.Groups["word"].Value : "text");
        text = text.Replace(" and ", " && ", StringComparison.Ordinal).Replace(" or ", " || ", StringComparison.Ordinal);
        return Condition.Parse(Not().Replace(text, "!"));
    }

    /// <summary>Statements with their first lines: a line, and the following ones while a bracket is open; comments left out.</summary>
    private static IEnumerable<(string Statement, int Line)> Statements(string text)
    {
        var statement = new StringBuilder();
        var (first, line, depth, start) = (1, 1, 0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (c == '\'')
            {
                var end = EndOfString(text, i);
                line += text.AsSpan(i, end - i).Count('\n');
                i = end - 1;
            }
            else if (c is '#' or '\n')
            {
                statement.Append(text.AsSpan(start, i - start).Trim()).Append(' ');
                i = c == '#' && text.IndexOf('\n', i) is var end and >= 0 ? end : c == '#' ? text.Length : i;
                (start, line) = (i + 1, line + 1);
                if (depth <= 0 || statement.Length > MaxStatement || i >= text.Length)
                {
                    if (statement.ToString().Trim() is { Length: > 0 } whole)
                    {
                        yield return (whole, first);
                    }

                    statement.Clear();
                    (first, depth) = (line, 0);
                }
            }
            else
            {
                depth += c switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            }
        }
    }

    /// <summary>Index behind a string, which ends at its quote or, without one, at the end of its line; three quotes enclose several lines.</summary>
    private static int EndOfString(string text, int open)
    {
        if (string.CompareOrdinal(text, open, "'''", 0, 3) == 0)
        {
            var close = text.IndexOf("'''", open + 3, StringComparison.Ordinal);
            return close < 0 ? text.Length : close + 3;
        }

        var end = text.AsSpan(open + 1).IndexOfAny('\'', '\n');
        return end < 0 ? text.Length : text[open + 1 + end] == '\'' ? open + end + 2 : open + 1 + end;
    }

    private const RegexOptions Simple = RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^[a-z]+\b", Simple)]
    private static partial Regex Word();

    [GeneratedRegex(@"^subdir\s*\(\s*'(?<name>[^']+)'", Simple)]
    private static partial Regex Subdir();

    [GeneratedRegex(@"^\w+\.set(10|_quoted)?\s*\(\s*'(?<name>CONFIG_\w+)'\s*,?", Simple)]
    private static partial Regex Set();

    [GeneratedRegex(@"^(?<set>\w+)\.add(_all)?\s*\(", Simple)]
    private static partial Regex Add();

    [GeneratedRegex(@"^(?<set>\w+)\s*\+?=\s*(files\s*\(|\[)", Simple)]
    private static partial Regex Append();

    [GeneratedRegex(@"\b(?<name>when|if_true|if_false)\s*:", Simple)]
    private static partial Regex Keyword();

    [GeneratedRegex(@"'(?<name>[^']+)'|(?<name>[A-Za-z_]\w*)", Simple)]
    private static partial Regex WhenWord();

    [GeneratedRegex(@"'(?<file>[\w./+-]+\.\w+)'|(?<set>[A-Za-z_]\w*)", Simple)]
    private static partial Regex Target();

    [GeneratedRegex(@"'(?<name>\w+)'\s+in\s+\w+|\b\w+\.(has_key|get|contains)\s*\(\s*'(?<name>\w+)'[^)]{0,200}\)", Simple)]
    private static partial Regex InConfiguration();

    [GeneratedRegex(@"(?<name>\w+)\.(found|enabled|allowed)\s*\(\s*\)", Simple)]
    private static partial Regex Found();

    // A test program and its like: what it says is no name.
    [GeneratedRegex(@"'''[\s\S]{0,20000}?'''|'[^'\n]{33,}'", Simple)]
    private static partial Regex Literal();

    [GeneratedRegex(@"'((?<word>[\w./-]+)|[^'\n]*)'", Simple)]
    private static partial Regex ShortLiteral();

    [GeneratedRegex(@"^[ \t]*(?<name>\w{1,80})\s*\+?=\s*(files\s*\(|\[|\w{1,80}\.source_set)", Simple | RegexOptions.Multiline)]
    private static partial Regex SourceSet();

    [GeneratedRegex(@"\bnot\s+", Simple)]
    private static partial Regex Not();
}
