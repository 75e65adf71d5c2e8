using PatchScribe.Behaviour.Language;
using PatchScribe.Conditionals;
using PatchScribe.Interfaces;
using PatchScribe.UserMessages;

namespace PatchScribe.Behaviour;

/// <summary>
/// A model that speaks for a change, with the facts of the code before and after. <see cref="Assumed"/> is true when no diff
/// says so and the facts were taken from the words of a log. <see cref="Reasons"/> say what each fact was recognised by;
/// none of them means that the model speaks for the place but no fact changes, and then before and after are equal.
/// </summary>
public sealed record ModelChoice(
    BehaviourModel Model,
    IReadOnlyDictionary<string, string> Before,
    IReadOnlyDictionary<string, string> After,
    bool Assumed,
    IReadOnlyList<string> Reasons)
{
    /// <summary>Name of the transition that was assumed, or null.</summary>
    public string? Transition { get; init; }

    /// <summary>True when some fact differs.</summary>
    public bool Changes => After.Any(a => !Before.TryGetValue(a.Key, out var before) || before != a.Value);
}

/// <summary>Finds the models that speak for a change, and what the change does to the facts that they rest on.</summary>
public static class ModelChooser
{
    private const string Unconditional = "true";

    /// <summary>The models whose paths or symbols the change touches, in order of name.</summary>
    public static IReadOnlyList<ModelChoice> Choose(
        IReadOnlyList<BehaviourModel> models,
        IReadOnlyList<string> paths,
        IReadOnlyList<ConditionalChange> conditionals,
        IReadOnlyList<InterfaceChange> interfaces,
        IReadOnlyList<UserMessageChange> messages)
    {
        ArgumentNullException.ThrowIfNull(models);
        var choices = new List<ModelChoice>();
        foreach (var model in models.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            var (before, after, reasons) = Recognise(model, conditionals, interfaces, messages);
            if (reasons.Count > 0 || paths.Any(p => model.Paths.Any(pattern => Wildcard.Matches(pattern, p))))
            {
                choices.Add(new ModelChoice(model, before, after, Assumed: false, reasons));
            }
        }

        return choices;
    }

    /// <summary>
    /// The transitions that a log names, when there is no diff: the first of each model that has all words of one of its groups.
    /// A model that the log only mentions (its symbols, or its program's name in a command) is chosen without a change.
    /// </summary>
    public static IReadOnlyList<ModelChoice> Assume(IReadOnlyList<BehaviourModel> models, string logText)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(logText);
        var choices = new List<ModelChoice>();
        foreach (var model in models.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            var transition = model.Transitions.FirstOrDefault(t => t.Words.Any(g => HasWords(logText, g)));
            if (transition is not null)
            {
                choices.Add(new ModelChoice(model, transition.Before, transition.After, Assumed: true, [transition.Title])
                {
                    Transition = transition.Name,
                });
            }
            else if (model.Symbols.Any(s => logText.Contains(s, StringComparison.Ordinal)))
            {
                var none = new Dictionary<string, string>(StringComparer.Ordinal);
                choices.Add(new ModelChoice(model, none, none, Assumed: true, []));
            }
        }

        return choices;
    }

    private static bool HasWords(string text, IReadOnlyList<string> group) =>
        group.Count > 0 && group.All(w => w.Split('|').Any(a => text.Contains(a, StringComparison.OrdinalIgnoreCase)));

    private static (Dictionary<string, string> Before, Dictionary<string, string> After, List<string> Reasons) Recognise(
        BehaviourModel model,
        IReadOnlyList<ConditionalChange> conditionals,
        IReadOnlyList<InterfaceChange> interfaces,
        IReadOnlyList<UserMessageChange> messages)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        var after = new Dictionary<string, string>(StringComparer.Ordinal);
        var reasons = new List<string>();
        foreach (var fact in model.Variables.Where(v => v is { IsFact: true, Recognise: not null }))
        {
            if (FindConditions(fact.Recognise!, conditionals, interfaces, messages) is not { } found)
            {
                continue;
            }

            var (old, now) = (StateOf(fact, found.Before), StateOf(fact, found.After));
            if (old is not null && now is not null && old != now)
            {
                before[fact.Name] = old;
                after[fact.Name] = now;
                reasons.Add($"{fact.Name}: {old} -> {now} ({found.Place})");
            }
        }

        return (before, after, reasons);
    }

    private static (string? Before, string? After, string Place)? FindConditions(
        FactRecognition fact,
        IReadOnlyList<ConditionalChange> conditionals,
        IReadOnlyList<InterfaceChange> interfaces,
        IReadOnlyList<UserMessageChange> messages)
    {
        bool IsHere(string file) => fact.Files.Any(f => Wildcard.Matches(f, file));
        if (fact.InterfaceKind == "conditional")
        {
            var change = conditionals.FirstOrDefault(c => c.Symbol == fact.Symbol && IsHere(c.File) && c.Construct != ConditionalConstruct.Include);
            return change is null
                ? null
                : (change.Before ?? Unconditional, change.After ?? Unconditional, $"{change.File}:{change.LineBefore ?? change.LineAfter}");
        }

        if (fact.InterfaceKind == "message")
        {
            var change = messages.FirstOrDefault(m => IsHere(m.File) && m.ConditionBefore != m.ConditionAfter
                && ((m.Before ?? m.After)?.Contains(fact.InterfaceName!, StringComparison.Ordinal) ?? false));
            return change is null ? null : (change.ConditionBefore, change.ConditionAfter, $"{change.File}:{change.LineBefore ?? change.LineAfter}");
        }

        var found = interfaces.FirstOrDefault(i => IsHere(i.File) && i.Kind == fact.InterfaceKind && IsNamed(i.Name, fact.InterfaceName!));
        return found is null ? null : (found.ConditionBefore, found.ConditionAfter, $"{found.File}:{found.LineBefore ?? found.LineAfter}");
    }

    private static bool IsNamed(string name, string wanted) =>
        name == wanted || name.EndsWith("." + wanted, StringComparison.Ordinal);

    // Null: the condition is about other symbols, and the model cannot tell.
    private static string? StateOf(ModelVariable fact, string? condition)
    {
        var state = condition is null ? "absent"
            : condition == Unconditional ? "unconditional"
            : Names(condition, fact.Recognise!.Symbol) ? "conditional"
            : null;
        return state is not null && fact.Values.Contains(state, StringComparer.Ordinal) ? state : null;
    }

    private static bool Names(string condition, string symbol) =>
        condition.Split([' ', '!', '(', ')', '&', '|']).Contains(symbol, StringComparer.Ordinal);
}
