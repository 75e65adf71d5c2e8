using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Evaluation;

/// <summary>Answer to a condition in a set of environments: yes, no, or "it depends on this variable, split it so".</summary>
internal readonly record struct CaseAnswer(bool? Value, int Variable, ulong Mask)
{
    public static CaseAnswer Of(bool value) => new(value, -1, 0);
}

/// <summary>
/// Asks conditions of one item of a command line in a set of environments: of the whole item, or of one of its
/// <paramref name="key"/>s. <paramref name="marks"/> are what earlier rules of the run remembered.
/// </summary>
internal sealed class CaseQuestion(CommandLine command, int itemIndex, string? key = null, IReadOnlyDictionary<string, string>? marks = null)
{
    private readonly CommandItem? _item = itemIndex < 0 ? null : command.Items[itemIndex];

    /// <summary>The item asked about, or null for the whole command line.</summary>
    public CommandItem? Item => _item;

    /// <summary>Value of a key of the item, of <c>@key</c>, <c>@value</c> or <c>@bare</c> of the key asked about, or null.</summary>
    public string? ValueOf(string name) => name switch
    {
        "@key" => key,
        "@program" => command.Program,
        "@value" => key is null ? null : _item?[key],
        "@bare" => key is null ? null : _item?.Bare.GetValueOrDefault(key),
        _ => _item?[name],
    };

    /// <summary>The text of a mark, or null.</summary>
    public string? MarkOf(string name) => marks?.GetValueOrDefault(name);

    /// <summary>Answers the condition; an absent one holds.</summary>
    public CaseAnswer Ask(Expression? condition, EnvironmentCase environment)
    {
        if (condition is null)
        {
            return CaseAnswer.Of(true);
        }

        var stack = new Stack<CaseAnswer>();
        foreach (var operation in condition.Operations)
        {
            stack.Push(operation.Kind switch
            {
                OperationKind.And => And(stack.Pop(), stack.Pop()),
                OperationKind.Or => Not(And(Not(stack.Pop()), Not(stack.Pop()))),
                OperationKind.Not => Not(stack.Pop()),
                OperationKind.Variable => AskVariable(operation, environment),
                _ => CaseAnswer.Of(AskItem(operation)),
            });
        }

        return stack.Pop();
    }

    /// <summary>The first key of the item that is not in the list, or null.</summary>
    public string? UnknownKey(IReadOnlyList<string> known)
    {
        foreach (var (key, _) in _item?.Keys ?? [])
        {
            if (!known.Contains(key, StringComparer.Ordinal))
            {
                return key;
            }
        }

        return null;
    }

    private static CaseAnswer Not(CaseAnswer answer) => answer.Value is { } value ? CaseAnswer.Of(!value) : answer;

    // The operand that stands first in the text is asked first: it lies deeper in the stack.
    private static CaseAnswer And(CaseAnswer second, CaseAnswer first) =>
        first.Value == false || second.Value == false ? CaseAnswer.Of(false)
        : first.Value is null ? first
        : second;

    private static CaseAnswer AskVariable(Operation operation, EnvironmentCase environment)
    {
        if (!environment.IsSettled(operation.Variable))
        {
            return new CaseAnswer(null, operation.Variable, 0);
        }

        var mask = environment[operation.Variable];
        return (mask & operation.Mask) == 0 ? CaseAnswer.Of(false)
            : (mask & ~operation.Mask) == 0 ? CaseAnswer.Of(true)
            : new CaseAnswer(null, operation.Variable, operation.Mask);
    }

    private bool AskItem(Operation operation) => operation.Kind switch
    {
        OperationKind.Given => ValueOf(operation.Name) is not null,
        OperationKind.Key => ValueOf(operation.Name) is { } value && operation.Values.Contains(value, StringComparer.Ordinal),
        OperationKind.Like => ValueOf(operation.Name) is { } name && operation.Values.Any(p => Wildcard.Matches(p, name)),
        OperationKind.Form => IsForm(operation),
        OperationKind.UnknownKey => UnknownKey(operation.Values) is not null,
        OperationKind.Marked => MarkOf(operation.Name) is not null,
        OperationKind.Exists => HasItem(operation, command.Items.Count),
        _ => HasItem(operation, itemIndex),
    };

    private bool IsForm(Operation operation) => operation.Values[0] == KeyForm.NotText
        ? _item is not null && _item.NotText.Contains(operation.Name == "@value" ? key : operation.Name, StringComparer.Ordinal)
        : ValueOf(operation.Name) is { } text && KeyForm.Matches(operation.Values[0], text);

    private bool HasItem(Operation operation, int end)
    {
        for (var i = 0; i < end; i++)
        {
            var other = command.Items[i];
            if (other.Option == operation.Name && operation.Pairs.All(p =>
                other[p.Key] is { } value && (p.Operand is null || value == (p.OperandIsKey ? ValueOf(p.Operand) : p.Operand))))
            {
                return true;
            }
        }

        return false;
    }
}
