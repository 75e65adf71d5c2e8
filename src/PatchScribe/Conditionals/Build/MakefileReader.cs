using System.Text.RegularExpressions;

namespace PatchScribe.Conditionals.Build;

/// <summary>
/// Reads the conditions of kernel-style makefiles (Documentation/kbuild/makefiles.rst; QEMU's Makefile.objs had the same
/// form): <c>obj-$(CONFIG_X) += a.o</c>, <c>$(call land,...)</c>, <c>$(if ...)</c>, <c>ifeq/ifneq/ifdef</c> blocks, and <c>CONFIG_X=y</c> of default configurations.
/// </summary>
internal static partial class MakefileReader
{
    private const int MaxCalls = 32;

    // Brackets of what was worked out already, so that the next call ends at its own.
    private const char Open = '\u0001';
    private const char Close = '\u0002';

    public static IEnumerable<BuildEntry> Read(string text)
    {
        var open = new Stack<(Condition Outer, Condition Now)>();
        var number = 0;
        foreach (var (statement, line) in Statements(text))
        {
            number++;
            var outer = open.TryPeek(out var branch) ? branch.Outer.And(branch.Now) : Condition.True;
            if (Conditional().Match(statement) is { Success: true } conditional)
            {
                open.Push((outer, Expression(conditional.Groups["word"].Value, conditional.Groups["rest"].Value)));
            }
            else if (statement is "else" or "endif" && open.TryPop(out var top))
            {
                if (statement == "else")
                {
                    open.Push((top.Outer, top.Now.Not()));
                }
            }
            else if (Setting().Match(statement) is { Success: true } setting)
            {
                yield return new BuildEntry(setting.Groups["name"].Value, "", outer, line, number, ConditionalConstruct.Makefile, IsSetting: true);
            }
            else if (Assignment().Match(statement) is { Success: true } assignment)
            {
                var condition = outer.And(Guard(assignment.Groups["guard"].Value));
                foreach (var target in Targets(assignment.Groups["targets"].Value))
                {
                    yield return new BuildEntry(target, assignment.Groups["set"].Value, condition, line, number, ConditionalConstruct.Makefile);
                }
            }
        }
    }

    /// <summary>Objects and folders, and the lists of them that a statement takes in, as in <c>$(addprefix ui/, $(vnc-obj-y))</c>.</summary>
    private static IEnumerable<string> Targets(string text) =>
        text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Where(IsTarget).Concat(List().Matches(text).Select(match => match.Groups["name"].Value));

    private static bool IsTarget(string word) => word.EndsWith(".o", StringComparison.Ordinal) || word.EndsWith('/') || word.EndsWith(".dtb", StringComparison.Ordinal);

    private static Condition Expression(string word, string rest)
    {
        if (word is "ifeq" or "ifneq" && Value().Match(rest) is { Success: true } value && value.Groups["value"].Value is not ("y" or "m") and var other)
        {
            var name = value.Groups["name"].Value;
            var equal = other == "n" ? Condition.Symbol(name).Not() : Condition.Symbol($"{name} == {other}");
            return word == "ifneq" ? equal.Not() : equal;
        }

        var symbol = Variable().Match(rest) is { Success: true } variable ? variable.Groups["name"].Value : rest.Trim();
        var condition = Condition.Symbol(symbol);
        var empty = word is "ifeq" or "ifneq" && Empty().IsMatch(rest);
        return word is "ifneq" or "ifndef" ^ empty ? condition.Not() : condition;
    }

    /// <summary>The part behind "obj-": y, m, $(CONFIG_X), or calls of land, lor, lnot and if over them, inside out.</summary>
    private static Condition Guard(string text)
    {
        text = Variable().Replace(text, "${name}");
        for (var i = 0; i < MaxCalls && Call().Match(text) is { Success: true } call; i++)
        {
            var words = call.Groups["words"].Value.Split(',', StringSplitOptions.TrimEntries);
            var joined = call.Groups["name"].Value switch
            {
                "lnot" => "!" + Open + words[0] + Close,
                "land" => string.Join(" && ", words),
                "if" => Choice(Constant(words[0]), Constant(words.ElementAtOrDefault(1)), Constant(words.ElementAtOrDefault(2))),
                _ => string.Join(" || ", words),
            };
            text = text[..call.Index] + Open + joined + Close + text[(call.Index + call.Length)..];
        }

        return text is "y" or "m" or "objs" or "" ? Condition.True : Condition.Parse(text.Replace(Open, '(').Replace(Close, ')'));
    }

    private static string Choice(string condition, string yes, string no) => $"{Open}{condition}{Close} && {Open}{yes}{Close} || !{Open}{condition}{Close} && {Open}{no}{Close}";

    private static string Constant(string? word) => word switch
    {
        "y" or "m" => "true",
        null or "" or "n" => "false",
        _ => word,
    };

    private static IEnumerable<(string Statement, int Line)> Statements(string text)
    {
        var statement = "";
        var (first, number) = (0, 0);
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var hash = raw.IndexOf('#', StringComparison.Ordinal);
            var line = (hash < 0 ? raw : raw[..hash]).TrimEnd();
            first = statement.Length == 0 ? number : first;
            var continued = line.EndsWith('\\') && statement.Length < 100_000;
            statement += (continued ? line[..^1] : line).Trim() + " ";
            if (!continued)
            {
                if (statement.Trim() is { Length: > 0 } whole)
                {
                    yield return (whole, first);
                }

                statement = "";
            }
        }

        if (statement.Trim() is { Length: > 0 } last)
        {
            yield return (last, first);
        }
    }

    private const RegexOptions Simple = RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(?<word>ifeq|ifneq|ifdef|ifndef)\b(?<rest>.*)$", Simple)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"^(?<name>CONFIG_\w+)\s*=\s*(y|m)$", Simple)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^(?<set>[\w.-]+?)-(?<guard>y|m|objs|\$\(.*\)|\$\{.*\})\s*(\+|:|\?)?=\s*(?<targets>.*)$", Simple)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\$[({](?<name>[A-Z]\w+)[)}]", Simple)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\$\((?<name>[\w.-]{1,80}-[ym])\)", Simple)]
    private static partial Regex List();

    [GeneratedRegex(@"\$\((call\s+(?<name>land|lor|lnot)\s*,|(?<name>if)\s+)(?<words>[^$]*?)\)", Simple)]
    private static partial Regex Call();

    [GeneratedRegex(@"^\s*\((\s*,.*|.*,\s*)\)\s*$", Simple)]
    private static partial Regex Empty();

    [GeneratedRegex(@"^\s*\(\s*\$[({](?<name>[A-Z]\w+)[)}]\s*,\s*(?<value>[\w.+-]+)\s*\)\s*$", Simple)]
    private static partial Regex Value();
}
