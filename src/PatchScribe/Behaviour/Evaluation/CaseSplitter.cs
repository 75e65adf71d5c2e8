using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;

namespace PatchScribe.Behaviour.Evaluation;

/// <summary>A set of environments in which a command line has one outcome.</summary>
internal sealed record OutcomeCase(EnvironmentCase Environment, PredictedOutcome Outcome);

/// <summary>
/// Splits a set of environments until the command line has one outcome in each part. The parts are disjoint and
/// together are the whole, without the environments that the model says cannot be.
/// </summary>
internal sealed class CaseSplitter(BehaviourModel model)
{
    private const int MostCases = 20_000;

    private static readonly CommandLine NoCommand = new("", [], null);

    /// <summary>The parts with their outcomes; an <see cref="InputException"/> when there are more than 20,000.</summary>
    public IReadOnlyList<OutcomeCase> Split(CommandLine command, EnvironmentCase within) => Split(command, within, model.Requirements);

    /// <summary>As <see cref="Split(CommandLine,EnvironmentCase)"/>, for an environment that was observed, whatever the model requires.</summary>
    public IReadOnlyList<OutcomeCase> SplitUnchecked(CommandLine command, EnvironmentCase within) => Split(command, within, []);

    private List<OutcomeCase> Split(CommandLine command, EnvironmentCase within, IReadOnlyList<Expression> requirements)
    {
        if (command.NotCovered is { } unknown)
        {
            var outcome = new PredictedOutcome(OutcomeKind.Unknown, $"the model does not know {unknown}", 0, null, [], "source");
            return [new OutcomeCase(within, outcome)];
        }

        var found = new List<OutcomeCase>();
        var question = new CaseQuestion(NoCommand, -1);
        var waiting = new Stack<EnvironmentCase>([within]);
        while (waiting.TryPop(out var next))
        {
            if (Impossible(next, question, requirements) is { } answer)
            {
                if (answer.Variable >= 0)
                {
                    Push(waiting, next, answer.Variable, answer.Mask);
                }

                continue;
            }

            var end = new ProgramRun(model, command, next).Execute();
            if (end.Outcome is { } outcome)
            {
                found.Add(new OutcomeCase(next, outcome));
            }
            else
            {
                Push(waiting, next, end.Variable, end.Mask);
            }

            if (found.Count + waiting.Count > MostCases)
            {
                throw new InputException(
                    $"{DiagnosticIds.TooManyEnvironments}: '{string.Join(' ', command.Arguments)}' has more than {MostCases} kinds of environment in the model {model.Name}",
                    "set some of the model's variables");
            }
        }

        return found;
    }

    /// <summary>True when some environment of the case exists by the model's requirements and dependencies.</summary>
    public bool IsPossible(EnvironmentCase environment)
    {
        var question = new CaseQuestion(NoCommand, -1);
        var waiting = new Stack<EnvironmentCase>([environment]);
        while (waiting.TryPop(out var next))
        {
            var answer = Impossible(next, question, model.Requirements) ?? DependencyBroken(next, question);
            if (answer is null)
            {
                return true;
            }

            if (answer.Value.Variable >= 0)
            {
                Push(waiting, next, answer.Value.Variable, answer.Value.Mask);
            }
        }

        return false;
    }

    // Null: every requirement holds. No variable: one is broken. A variable: it has to be split first.
    private static CaseAnswer? Impossible(EnvironmentCase environment, CaseQuestion question, IReadOnlyList<Expression> requirements)
    {
        foreach (var requirement in requirements)
        {
            var answer = question.Ask(requirement, environment);
            if (answer.Value != true)
            {
                return answer;
            }
        }

        return null;
    }

    private CaseAnswer? DependencyBroken(EnvironmentCase environment, CaseQuestion question)
    {
        for (var i = 0; i < model.Variables.Count; i++)
        {
            var variable = model.Variables[i];
            if (variable.Depends is null || !environment.IsSettled(i))
            {
                continue;
            }

            var last = 1UL << (variable.Values.Count - 1);
            if ((environment[i] & last) != 0)
            {
                // The last value ("n") needs nothing, so an environment of the case can have it.
                continue;
            }

            var answer = question.Ask(variable.Depends, environment);
            if (answer.Value != true)
            {
                return answer;
            }
        }

        return null;
    }

    private void Push(Stack<EnvironmentCase> waiting, EnvironmentCase environment, int variable, ulong mask)
    {
        if (!environment.IsSettled(variable))
        {
            Derive(waiting, environment, variable);
            return;
        }

        // The half with the named values is asked first, so that results come in the order of the rules.
        foreach (var half in new[] { environment[variable] & ~mask, environment[variable] & mask })
        {
            if (half != 0)
            {
                waiting.Push(environment.With(variable, half));
            }
        }
    }

    private void Derive(Stack<EnvironmentCase> waiting, EnvironmentCase environment, int variable)
    {
        var question = new CaseQuestion(NoCommand, -1);
        while (true)
        {
            var next = variable;
            foreach (var derivation in model.Variables[variable].Derive)
            {
                var answer = question.Ask(derivation.When, environment);
                if (answer.Value == true)
                {
                    waiting.Push(environment.Derived(variable, derivation.Mask));
                    return;
                }

                if (answer.Value is null && environment.IsSettled(answer.Variable))
                {
                    Push(waiting, environment, answer.Variable, answer.Mask);
                    return;
                }

                if (answer.Value is null)
                {
                    next = answer.Variable;
                    break;
                }
            }

            variable = next;
        }
    }
}
