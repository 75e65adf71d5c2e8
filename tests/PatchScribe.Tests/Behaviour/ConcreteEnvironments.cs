using System.Numerics;
using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Evaluation;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Tests.Behaviour;

/// <summary>Makes single environments of a model by chance, derived variables following from the others, without the code under test.</summary>
internal sealed class ConcreteEnvironments(BehaviourModel model, int seed)
{
    private readonly Random _random = new(seed);
    private readonly CaseSplitter _splitter = new(model);

    /// <summary>An environment that the model allows, with the given values.</summary>
    public EnvironmentCase Next(IReadOnlyDictionary<string, string> given)
    {
        while (true)
        {
            var environment = Choose(given);
            if (_splitter.IsPossible(environment))
            {
                return environment;
            }
        }
    }

    /// <summary>One value for each variable, as boxes hold them.</summary>
    public ulong[] PointOf(EnvironmentCase environment) => [.. Enumerable.Range(0, model.Variables.Count).Select(i => environment[i])];

    private EnvironmentCase Choose(IReadOnlyDictionary<string, string> given)
    {
        var environment = EnvironmentReader.Pin(model, EnvironmentCase.Everything(model), given);
        for (var i = 0; i < model.Variables.Count; i++)
        {
            if (environment.IsSettled(i) && !BitOperations.IsPow2(environment[i]))
            {
                environment = environment.With(i, AnyBit(environment[i]));
            }
        }

        var question = new CaseQuestion(new CommandLine("", [], null), -1);
        while (Enumerable.Range(0, model.Variables.Count).Any(i => !environment.IsSettled(i)))
        {
            foreach (var i in Enumerable.Range(0, model.Variables.Count).Where(i => !environment.IsSettled(i)).ToList())
            {
                var answers = model.Variables[i].Derive.Select(d => (d.Mask, question.Ask(d.When, environment).Value)).ToList();
                if (answers.TakeWhile(a => a.Value != true).All(a => a.Value == false))
                {
                    environment = environment.With(i, AnyBit(answers.First(a => a.Value == true).Mask));
                }
            }
        }

        return environment;
    }

    private ulong AnyBit(ulong mask)
    {
        var skip = _random.Next(BitOperations.PopCount(mask));
        while (skip-- > 0)
        {
            mask &= mask - 1;
        }

        return mask & (~mask + 1);
    }
}
