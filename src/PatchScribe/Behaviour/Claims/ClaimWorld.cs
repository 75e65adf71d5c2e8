using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Comparison;

namespace PatchScribe.Behaviour.Claims;

/// <summary>The outcomes of commands before and after a change, kept while the claims of one log are checked.</summary>
internal sealed class ClaimWorld(ModelChoice choice, IReadOnlyDictionary<string, string> known)
{
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    private readonly FactComparison _comparison = new(choice.Model, Facts(known, choice.Before), Facts(known, choice.After));
    private readonly Dictionary<string, IReadOnlyList<OutcomePair>> _pairs = new(StringComparer.Ordinal);

    /// <summary>The model and the facts.</summary>
    public ModelChoice Choice => choice;

    /// <summary>Every kind of environment with both outcomes of the command.</summary>
    public IReadOnlyList<OutcomePair> Pairs(CommandLine command) => Kept(command, "", () => _comparison.Pairs(command, Nothing));

    /// <summary>As <see cref="Pairs"/>, with states of the host that no ordinary machine shows.</summary>
    public IReadOnlyList<OutcomePair> UnusualPairs(CommandLine command) => Kept(command, "unusual ", () => _comparison.UnusualPairs(command, Nothing));

    /// <summary>The model's own commands, called by the program's name given.</summary>
    public IReadOnlyList<CommandLine> Commands(string program) =>
    [
        .. choice.Model.Actions.Where(a => a.Qmp is null).Select(a => CommandLineReader.Read(choice.Model, a))
            .Select(c => c with { Program = program.Length == 0 ? c.Program : program }),
    ];

    private IReadOnlyList<OutcomePair> Kept(CommandLine command, string kind, Func<IReadOnlyList<OutcomePair>> evaluate)
    {
        var key = kind + command.Program + '\0' + string.Join('\0', command.Arguments);
        return _pairs.TryGetValue(key, out var pairs) ? pairs : _pairs[key] = evaluate();
    }

    private static Dictionary<string, string> Facts(IReadOnlyDictionary<string, string> known, IReadOnlyDictionary<string, string> facts)
    {
        var all = new Dictionary<string, string>(known, StringComparer.Ordinal);
        foreach (var (name, value) in facts)
        {
            all[name] = value;
        }

        return all;
    }
}
