using System.Text;
using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Evaluation;

/// <summary>Where the evaluation of a command line in a set of environments ended: at an outcome, or at a variable to be split.</summary>
internal sealed record RunEnd(PredictedOutcome? Outcome, int Variable, ulong Mask);

/// <summary>Walks the checks of a model for one command line in one set of environments, until a rule decides.</summary>
internal sealed class ProgramRun(BehaviourModel model, CommandLine command, EnvironmentCase environment)
{
    private readonly StringBuilder _stderr = new();
    private readonly List<string> _rules = [];
    private readonly HashSet<string> _evidence = new(StringComparer.Ordinal);

    /// <summary>Told of each check that was asked: phase, item, rule, and whether it held.</summary>
    public Action<ModelPhase, CommandItem?, ModelRule, bool>? OnCheck { get; init; }

    /// <summary>Runs to the first rule that decides, or to the first variable that has to be split.</summary>
    public RunEnd Execute()
    {
        foreach (var phase in model.Phases)
        {
            foreach (var index in ItemsOf(phase))
            {
                var end = ExecutePhase(phase, new CaseQuestion(command, index));
                if (end is not null)
                {
                    return end;
                }
            }
        }

        return new RunEnd(new PredictedOutcome(OutcomeKind.Succeeds, _stderr.ToString(), 0, null, _rules, Evidence()), -1, 0);
    }

    private IEnumerable<int> ItemsOf(ModelPhase phase) => phase.For is null
        ? [-1]
        : Enumerable.Range(0, command.Items.Count).Where(i => command.Items[i].Option == phase.For);

    private RunEnd? ExecutePhase(ModelPhase phase, CaseQuestion question)
    {
        var where = question.Ask(phase.Where, environment);
        if (where.Value is null)
        {
            return new RunEnd(null, where.Variable, where.Mask);
        }

        if (where.Value == false)
        {
            return null;
        }

        foreach (var rule in phase.Rules)
        {
            var answer = question.Ask(rule.When, environment);
            if (answer.Value is null)
            {
                return new RunEnd(null, answer.Variable, answer.Mask);
            }

            OnCheck?.Invoke(phase, question.Item, rule, answer.Value.Value);
            if (answer.Value == true && Apply(phase, rule, question) is { } end)
            {
                return end;
            }
        }

        return null;
    }

    private RunEnd? Apply(ModelPhase phase, ModelRule rule, CaseQuestion question)
    {
        var known = rule.When?.Operations.FirstOrDefault(o => o.Kind == OperationKind.UnknownKey)?.Values ?? [];
        var texts = new TemplateText(model, command, question, environment) { KnownKeys = known };
        var ready = texts.AddLets(phase.Lets);
        var message = ready ? texts.Render(rule.Text) : null;
        var prefix = rule.Bare ? "" : texts.Render(phase.Prefix);
        var hint = texts.Render(rule.Hint);
        var prints = texts.Render(rule.Prints);
        if (texts.Split is { } split)
        {
            return new RunEnd(null, split.Variable, split.Mask);
        }

        _rules.Add(rule.Id);
        _evidence.Add(rule.Evidence);
        if (rule.Effect is RuleEffect.Fails or RuleEffect.Warns)
        {
            _stderr.Append(prefix).Append(message).Append('\n').Append(hint);
        }

        var kind = rule.Effect switch
        {
            RuleEffect.Fails => OutcomeKind.Fails,
            RuleEffect.Crashes => OutcomeKind.Crashes,
            RuleEffect.Succeeds => OutcomeKind.Succeeds,
            RuleEffect.Warns => (OutcomeKind?)null,
            _ => OutcomeKind.Unknown,
        };
        return kind is null
            ? null
            : new RunEnd(
                new PredictedOutcome(
                    kind.Value,
                    kind == OutcomeKind.Unknown ? message! : _stderr.ToString(),
                    rule.Exit,
                    prints.Length == 0 ? null : prints,
                    _rules,
                    Evidence()),
                -1,
                0);
    }

    private string Evidence() => _rules.Count > 0 && !_evidence.Contains("source") ? "run" : "source";
}
