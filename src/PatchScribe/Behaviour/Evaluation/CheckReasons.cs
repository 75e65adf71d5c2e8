using System.Globalization;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Evaluation;

/// <summary>Says which values of the environment and of the command line a condition rests on.</summary>
internal sealed class CheckReasons(BehaviourModel model, EnvironmentCase environment)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>Names of the variables that the conditions so far asked for, and of those that these follow from.</summary>
    public IReadOnlySet<string> Asked => _asked;

    /// <summary>One text for each variable and key that the condition names, in its order.</summary>
    public IReadOnlyList<string> Of(Expression? condition, CaseQuestion question) =>
        [.. (condition?.Operations ?? []).Select(o => Reason(o, question)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private string? Reason(Operation operation, CaseQuestion question)
    {
        switch (operation.Kind)
        {
            case OperationKind.Variable:
                var variable = model.Variables[operation.Variable];
                Ask(operation.Variable);
                return environment.IsSettled(operation.Variable)
                    ? $"{variable.Name} is {string.Join(" or ", variable.ValuesOf(environment[operation.Variable]))}"
                    : null;
            case OperationKind.Key or OperationKind.Given or OperationKind.Form or OperationKind.Like:
                return question.ValueOf(operation.Name) is { } value
                    ? string.Create(CultureInfo.InvariantCulture, $"{operation.Name} is '{value}'")
                    : $"{operation.Name} is not given";
            case OperationKind.Exists or OperationKind.Earlier:
                return $"{(question.Ask(new Expression([operation], ""), environment).Value == true ? "there is" : "there is no")} such {operation.Name}";
            case OperationKind.Marked:
                return question.MarkOf(operation.Name) is null ? $"{operation.Name} has not happened" : $"{operation.Name} has happened";
            default:
                return null;
        }
    }

    private void Ask(int index)
    {
        var waiting = new Stack<int>([index]);
        while (waiting.TryPop(out var next))
        {
            if (_asked.Add(model.Variables[next].Name))
            {
                var followed = model.Variables[next].Derive.SelectMany(d => d.When?.Operations ?? []).Where(o => o.Kind == OperationKind.Variable);
                foreach (var operation in followed)
                {
                    waiting.Push(operation.Variable);
                }
            }
        }
    }
}
