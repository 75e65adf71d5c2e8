using PatchScribe.Conditionals.Code;

namespace PatchScribe.Conditionals;

/// <summary>
/// One branch of a preprocessor conditional: its line(s), the expression as written, the condition of the branch alone
/// (earlier branches negated), with everything around it, and the last line of the code that it guards, all 1-based.
/// </summary>
public sealed record ConditionalBranch(
    int Line,
    int LastLine,
    ConditionalConstruct Construct,
    string Expression,
    Condition Own,
    Condition Presence,
    int EndLine);

/// <summary>
/// Under which configuration each line of a C file is compiled (ISO C 6.10.1). Include guards are no condition; an
/// #endif too many is passed over, an #if without end reaches to the last line.
/// </summary>
public sealed class PresenceConditions
{
    private readonly List<int> starts = [1];
    private readonly List<Condition> conditions = [Condition.True];
    private readonly List<ConditionalBranch> branches = [];

    private PresenceConditions()
    {
    }

    /// <summary>The branches of all conditionals, by line.</summary>
    public IReadOnlyList<ConditionalBranch> Branches => branches;

    /// <summary>Reads a whole file, LF or CRLF line ends.</summary>
    public static PresenceConditions Read(string fileText) => Of(CodeScanner.Scan(fileText));

    internal static PresenceConditions Of(CodeScan scan)
    {
        var result = new PresenceConditions();
        result.Build(scan);
        return result;
    }

    /// <summary>The condition of a 1-based line; lines behind the end have that of the last one.</summary>
    public Condition At(int line)
    {
        var index = starts.BinarySearch(line);
        return conditions[index >= 0 ? index : Math.Max(~index - 1, 0)];
    }

    private void Build(CodeScan scan)
    {
        var open = new Stack<OpenConditional>();
        foreach (var line in scan.Directives)
        {
            switch (line.Name)
            {
                case "if" or "ifdef" or "ifndef":
                    var guard = line.Line == scan.Directives[0].Line && IsIncludeGuard(scan);
                    open.Push(new OpenConditional(At(line.Line)));
                    Enter(open.Peek(), line, guard ? "" : scan.ArgumentOf(line), guard);
                    break;
                case "elif" or "elifdef" or "elifndef" or "else" when open.TryPeek(out var conditional):
                    Leave(conditional, line.Line);
                    Enter(conditional, line, scan.ArgumentOf(line), guard: false);
                    break;
                case "endif" when open.TryPop(out var conditional):
                    Leave(conditional, line.Line);
                    Mark(line.LastLine, conditional.Outer);
                    break;
            }
        }

        while (open.TryPop(out var unclosed))
        {
            Leave(unclosed, int.MaxValue);
        }

        branches.Sort((a, b) => a.Line.CompareTo(b.Line));
    }

    private void Enter(OpenConditional conditional, Directive line, string argument, bool guard)
    {
        var expression = guard || line.Name == "else" ? Condition.True : Expression(line.Name, argument);
        var own = conditional.Earlier.Not().And(expression);
        conditional.Earlier = conditional.Earlier.Or(expression);
        var presence = conditional.Outer.And(own);
        conditional.Branch = guard ? null : new ConditionalBranch(line.Line, line.LastLine, Construct(line.Name), argument, own, presence, 0);
        Mark(line.LastLine + 1, presence);
    }

    private void Leave(OpenConditional conditional, int nextDirective)
    {
        if (conditional.Branch is { } branch)
        {
            branches.Add(branch with { EndLine = nextDirective - 1 });
        }
    }

    private void Mark(int line, Condition condition)
    {
        if (starts[^1] == line)
        {
            conditions[^1] = condition;
            return;
        }

        starts.Add(line);
        conditions.Add(condition);
    }

    private static Condition Expression(string name, string argument) => name switch
    {
        "ifdef" or "elifdef" => Condition.Symbol(FirstWord(argument)),
        "ifndef" or "elifndef" => Condition.Symbol(FirstWord(argument)).Not(),
        _ => Condition.Parse(argument),
    };

    private static ConditionalConstruct Construct(string name) => name switch
    {
        "ifdef" or "ifndef" => ConditionalConstruct.Ifdef,
        "if" => ConditionalConstruct.If,
        "else" => ConditionalConstruct.Else,
        _ => ConditionalConstruct.Elif,
    };

    private static string FirstWord(string text)
    {
        var end = text.IndexOfAny([' ', '\t', '(']);
        return end < 0 ? text : text[..end];
    }

    /// <summary>#ifndef X (or #if !defined(X)) as the first directive, #define X right behind it, its #endif as the last one.</summary>
    private static bool IsIncludeGuard(CodeScan scan)
    {
        var lines = scan.Directives;
        if (lines.Count < 3 || lines[0].Name is not ("ifndef" or "if") || lines[1].Name != "define" || lines[^1].Name != "endif")
        {
            return false;
        }

        var depth = 0;
        for (var i = 0; i < lines.Count - 1; i++)
        {
            depth += lines[i].Name is "if" or "ifdef" or "ifndef" ? 1 : lines[i].Name == "endif" ? -1 : 0;
            if (depth == 0)
            {
                return false;
            }
        }

        var defined = FirstWord(scan.ArgumentOf(lines[1]));
        return Expression(lines[0].Name, scan.ArgumentOf(lines[0])).Equals(Condition.Symbol(defined).Not());
    }

    private sealed class OpenConditional(Condition outer)
    {
        public Condition Outer { get; } = outer;

        public Condition Earlier { get; set; } = Condition.False;

        public ConditionalBranch? Branch { get; set; }
    }
}
