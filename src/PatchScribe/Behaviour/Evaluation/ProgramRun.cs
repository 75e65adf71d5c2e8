using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
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
    private readonly Dictionary<string, string> _marks = new(StringComparer.Ordinal);

    /// <summary>Told of each check that was asked: phase, question, rule, and whether it held.</summary>
    public Action<ModelPhase, CaseQuestion, ModelRule, bool>? OnCheck { get; init; }

    /// <summary>Runs to the first rule that decides, or to the first variable that has to be split.</summary>
    public RunEnd Execute()
    {
        for (var first = 0; first < model.Phases.Count;)
        {
            var last = first + 1;
            while (model.Phases[first].Stage is { } stage && last < model.Phases.Count && model.Phases[last].Stage == stage)
            {
                last++;
            }

            if (ExecuteStage(first, last) is { } end)
            {
                return end;
            }

            first = last;
        }

        return new RunEnd(new PredictedOutcome(OutcomeKind.Succeeds, _stderr.ToString(), 0, null, _rules, Evidence()), -1, 0);
    }

    private readonly record struct Step(RunEnd? End, RuleNext Next);

    // The phases of a stage are gone through together for one item, then for the next.
    private RunEnd? ExecuteStage(int first, int last)
    {
        for (var item = model.Phases[first].For.Count == 0 ? -1 : 0; item < command.Items.Count; item++)
        {
            for (var i = first; i < last; i++)
            {
                var phase = model.Phases[i];
                if (item >= 0 && !phase.For.Contains(command.Items[item].Option, StringComparer.Ordinal))
                {
                    continue;
                }

                var step = ExecutePhase(phase, item);
                if (step.End is not null || step.Next == RuleNext.Phase)
                {
                    return step.End;
                }

                if (step.Next == RuleNext.Item)
                {
                    break;
                }
            }

            if (item < 0)
            {
                break;
            }
        }

        return null;
    }

    private Step ExecutePhase(ModelPhase phase, int item)
    {
        var question = new CaseQuestion(command, item, null, _marks);
        var where = question.Ask(phase.Where, environment);
        if (where.Value is not true)
        {
            return new Step(where.Value is null ? new RunEnd(null, where.Variable, where.Mask) : null, RuleNext.Rule);
        }

        for (var first = 0; first < phase.Rules.Count;)
        {
            var last = first + 1;
            while (phase.Rules[first].KeyGroup != 0 && last < phase.Rules.Count && phase.Rules[last].KeyGroup == phase.Rules[first].KeyGroup)
            {
                last++;
            }

            foreach (var asked in QuestionsOf(phase.Rules[first], question, item))
            {
                var step = ExecuteRules(phase, first, last, asked);
                if (step.End is not null || step.Next != RuleNext.Rule)
                {
                    return step;
                }
            }

            first = last;
        }

        return new Step(null, RuleNext.Rule);
    }

    private IEnumerable<CaseQuestion> QuestionsOf(ModelRule rule, CaseQuestion question, int item) => rule.EachKey is not { } order
        ? [question]
        : question.Item?.KeysIn(order).Select(key => new CaseQuestion(command, item, key, _marks)) ?? [];

    private Step ExecuteRules(ModelPhase phase, int first, int last, CaseQuestion question)
    {
        for (var i = first; i < last; i++)
        {
            var rule = phase.Rules[i];
            var answer = question.Ask(rule.When, environment);
            if (answer.Value is null)
            {
                return new Step(new RunEnd(null, answer.Variable, answer.Mask), RuleNext.Rule);
            }

            OnCheck?.Invoke(phase, question, rule, answer.Value.Value);
            if (answer.Value == false)
            {
                continue;
            }

            if (Apply(phase, rule, question) is { } end)
            {
                return new Step(end, RuleNext.Rule);
            }

            if (rule.Next != RuleNext.Rule)
            {
                return new Step(null, rule.Next);
            }
        }

        return new Step(null, RuleNext.Rule);
    }

    private RunEnd? Apply(ModelPhase phase, ModelRule rule, CaseQuestion question)
    {
        var known = rule.When?.Operations.FirstOrDefault(o => o.Kind == OperationKind.UnknownKey)?.Values ?? [];
        var texts = new TemplateText(model, command, question, environment) { KnownKeys = known };
        var ready = texts.AddLets(phase.Lets);
        var message = ready ? texts.Render(rule.Text) : "";
        var prefix = rule.Bare || !ready ? "" : texts.Render(phase.Prefix);
        var hint = texts.Render(rule.Hint);
        var prints = texts.Render(rule.Prints);
        var mark = texts.Render(rule.MarkText);
        if (texts.Split is { } split)
        {
            return new RunEnd(null, split.Variable, split.Mask);
        }

        if (rule.Effect != RuleEffect.Notes)
        {
            _rules.Add(rule.Id);
            _evidence.Add(rule.Evidence);
        }

        if (rule.Mark is { } name)
        {
            _marks[name] = mark;
        }

        var isQmp = question.Item?.Form == ItemForm.Qmp;
        if (rule.Effect is RuleEffect.Fails or RuleEffect.Warns)
        {
            _stderr.Append(isQmp && rule.Effect == RuleEffect.Fails ? QmpError(rule.QmpClass, message) : prefix + message + '\n' + hint);
        }

        return rule.Effect is RuleEffect.Warns or RuleEffect.Notes
            ? null
            : End(rule.Effect, message, isQmp && rule.Effect == RuleEffect.Fails ? 0 : rule.Exit, prints.Length == 0 ? null : prints);
    }

    private RunEnd End(RuleEffect effect, string message, int exit, string? prints)
    {
        var kind = effect switch
        {
            RuleEffect.Fails or RuleEffect.Exits => OutcomeKind.Fails,
            RuleEffect.Crashes => OutcomeKind.Crashes,
            RuleEffect.Succeeds => OutcomeKind.Succeeds,
            _ => OutcomeKind.Unknown,
        };
        return new RunEnd(
            new PredictedOutcome(kind, kind == OutcomeKind.Unknown ? message : _stderr.ToString(), exit, prints, _rules, Evidence()), -1, 0);
    }

    // What a user of the machine protocol reads; a hint is not sent (QEMU, docs/interop/qmp-spec.rst, "error response").
    private static string QmpError(string errorClass, string message) =>
        new JsonObject { ["error"] = new JsonObject { ["class"] = errorClass, ["desc"] = message } }.ToJsonString(QmpText) + "\n";

    private static readonly JsonSerializerOptions QmpText = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string Evidence() => _rules.Count > 0 && !_evidence.Contains("source") ? "run" : "source";
}
