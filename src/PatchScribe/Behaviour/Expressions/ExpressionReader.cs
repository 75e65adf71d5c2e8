using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;

namespace PatchScribe.Behaviour.Expressions;

/// <summary>
/// Reads a condition of the model language into postfix order with the shunting-yard method, so that nothing recurses:
/// <c>!</c> binds tighter than <c>&amp;&amp;</c>, that tighter than <c>||</c>. A mistake is a <see cref="FormatException"/>
/// whose message says what was expected.
/// </summary>
internal sealed class ExpressionReader
{
    private static readonly string[] Forms = ["number", "integer", "identifier", "pci-address", "pci-slot", "ccw-mediated-path", "empty", "not-text"];

    private readonly ModelSymbols _symbols;
    private readonly List<string> _tokens;
    private int _at;

    private ExpressionReader(string text, ModelSymbols symbols)
    {
        _symbols = symbols;
        _tokens = ExpressionTokens.Read(text);
    }

    /// <summary>Reads the condition, resolving names by the symbols.</summary>
    public static Expression Read(string text, ModelSymbols symbols) => new(new ExpressionReader(text, symbols).ReadAll(), text);

    private List<Operation> ReadAll()
    {
        var output = new List<Operation>();
        var waiting = new Stack<string>();
        var expectOperand = true;
        while (_at < _tokens.Count)
        {
            var token = _tokens[_at];
            if (expectOperand && token is "(" or "!")
            {
                waiting.Push(token);
                _at++;
            }
            else if (expectOperand)
            {
                output.Add(ReadAtom());
                expectOperand = false;
            }
            else if (token is "&&" or "||")
            {
                Unwind(waiting, output, token == "&&" ? 2 : 1);
                waiting.Push(token);
                expectOperand = true;
                _at++;
            }
            else if (token == ")")
            {
                Unwind(waiting, output, 0);
                if (waiting.Count == 0)
                {
                    throw new FormatException("a ')' closes nothing");
                }

                waiting.Pop();
                _at++;
            }
            else
            {
                throw new FormatException($"'&&', '||' or the end expected at '{token}'");
            }
        }

        Unwind(waiting, output, 0);
        return waiting.Count > 0 || expectOperand ? throw new FormatException("the condition ends too early") : output;
    }

    private static void Unwind(Stack<string> waiting, List<Operation> output, int strength)
    {
        while (waiting.Count > 0 && waiting.Peek() != "(" && StrengthOf(waiting.Peek()) >= strength)
        {
            output.Add(new Operation(waiting.Pop() switch
            {
                "!" => OperationKind.Not,
                "&&" => OperationKind.And,
                _ => OperationKind.Or,
            }));
        }
    }

    private static int StrengthOf(string op) => op switch { "!" => 3, "&&" => 2, _ => 1 };

    private Operation ReadAtom()
    {
        var name = Next("a name");
        if (name is "exists" or "earlier")
        {
            return ReadExists(name);
        }

        if (name == "unknown-key")
        {
            Expect("(");
            var list = Next("the name of a list");
            Expect(")");
            return new Operation(OperationKind.UnknownKey) { Name = list, Values = NamedList(list) };
        }

        if (name == "marked")
        {
            Expect("(");
            var mark = Next("the name of a mark");
            Expect(")");
            return new Operation(OperationKind.Marked) { Name = mark };
        }

        return name.StartsWith("item.", StringComparison.Ordinal) ? ReadItem(name[5..]) : ReadVariable(name);
    }

    private IReadOnlyList<string> NamedList(string name) =>
        _symbols.Lists.TryGetValue(name, out var values) ? values : throw new FormatException($"there is no list '{name}'");

    private Operation ReadItem(string key)
    {
        var op = Next("'given', 'is', '==', '!=' or 'in'");
        if (op == "given")
        {
            return new Operation(OperationKind.Given) { Name = key };
        }

        if (op == "is")
        {
            var form = Next("a form");
            return Forms.Contains(form, StringComparer.Ordinal)
                ? new Operation(OperationKind.Form) { Name = key, Values = [form] }
                : throw new FormatException($"there is no form '{form}'; known: {string.Join(", ", Forms)}");
        }

        var values = op switch
        {
            "in" => Peek() == "(" ? ReadList() : NamedList(Next("a list")),
            "like" when Peek() is { } list && _symbols.Lists.ContainsKey(list) => NamedList(Next("a list")),
            _ => [Unquote(Next("a value"))],
        };
        return op switch
        {
            "==" or "in" => new Operation(OperationKind.Key) { Name = key, Values = values },
            "like" => new Operation(OperationKind.Like) { Name = key, Values = values },
            _ => throw new FormatException($"'given', 'is', 'like', '==' or 'in' expected at '{op}'; for not equal write !(item.{key} == ...)"),
        };
    }

    private Operation ReadExists(string kind)
    {
        Expect("(");
        var option = Next("the name of an option");
        if (!_symbols.Options.Contains(option))
        {
            throw new FormatException($"there is no option '{option}'{Spelling.Suggest(option, _symbols.Options)}");
        }

        var pairs = new List<KeyDemand>();
        while (Peek() == ",")
        {
            _at++;
            pairs.Add(ReadDemand(Next("a key")));
        }

        Expect(")");
        return new Operation(kind == "exists" ? OperationKind.Exists : OperationKind.Earlier) { Name = option, Pairs = pairs };
    }

    private KeyDemand ReadDemand(string key)
    {
        if (Peek() == "given")
        {
            _at++;
            return new KeyDemand(key, null, false);
        }

        Expect("==");
        var operand = Next("a value");
        var isKey = operand.StartsWith("item.", StringComparison.Ordinal);
        return new KeyDemand(key, isKey ? operand[5..] : Unquote(operand), isKey);
    }

    private Operation ReadVariable(string name)
    {
        var index = _symbols.IndexOf(name);
        if (index < 0)
        {
            throw new FormatException($"there is no variable '{name}'{Spelling.Suggest(name, _symbols.Variables.Select(v => v.Name))}");
        }

        var variable = _symbols.Variables[index];
        var op = Next("'==', '!=', 'in', '<', '<=', '>' or '>='");
        var mask = op switch
        {
            "==" => MaskOf(variable, [Unquote(Next("a value"))]),
            "!=" => variable.All & ~MaskOf(variable, [Unquote(Next("a value"))]),
            "in" => MaskOf(variable, ReadList()),
            "<" or "<=" or ">" or ">=" when variable.IsVersion => ModelVersion.MaskOf(variable, op, Unquote(Next("a version"))),
            _ => throw new FormatException($"'{op}' cannot follow the variable '{name}'"),
        };
        return new Operation(OperationKind.Variable) { Variable = index, Mask = mask };
    }

    private static ulong MaskOf(ModelVariable variable, IReadOnlyList<string> values)
    {
        var mask = 0UL;
        foreach (var value in values)
        {
            var one = variable.MaskOf(value);
            mask |= one != 0
                ? one
                : throw new FormatException($"'{variable.Name}' has no value '{value}'; it has {string.Join(", ", variable.Values)}");
        }

        return mask;
    }

    private List<string> ReadList()
    {
        Expect("(");
        var values = new List<string> { Unquote(Next("a value")) };
        while (Peek() == ",")
        {
            _at++;
            values.Add(Unquote(Next("a value")));
        }

        Expect(")");
        return values;
    }

    private static string Unquote(string token) => token.Length > 1 && token[0] is '"' or '\'' ? token[1..^1] : token;

    private string? Peek() => _at < _tokens.Count ? _tokens[_at] : null;

    private string Next(string wanted) =>
        _at < _tokens.Count ? _tokens[_at++] : throw new FormatException($"{wanted} expected at the end");

    private void Expect(string token)
    {
        var next = Next($"'{token}'");
        if (next != token)
        {
            throw new FormatException($"'{token}' expected at '{next}'");
        }
    }
}
