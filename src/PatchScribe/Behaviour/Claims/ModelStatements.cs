using System.Text;
using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Comparison;
using PatchScribe.Behaviour.Language;
using PatchScribe.Behaviour.Wording;

namespace PatchScribe.Behaviour.Claims;

/// <summary>Says what a model says instead of a refuted claim.</summary>
internal sealed class ModelStatements(ClaimWorld world)
{
    private const int MostStatements = 4;

    private readonly BehaviourModel _model = world.Choice.Model;
    private readonly QuotedMessage _messages = new(world.Choice.Model);
    private readonly List<OutcomePair> _asked = [];

    /// <summary>The environments and outcomes that the statements rest on.</summary>
    public IReadOnlyList<OutcomePair> Asked => _asked;

    /// <summary>
    /// What changes for the claim's command where the claim's condition holds (or, when nothing changes, what it prints), and which longer
    /// command of the model prints the claimed message.
    /// </summary>
    public IReadOnlyList<ModelStatement> Of(Claim claim, CommandLine? command, Func<OutcomePair, bool> agrees)
    {
        var statements = new List<ModelStatement>();
        if (command is { NotCovered: null })
        {
            var pairs = world.Pairs(command).Where(agrees).ToList();
            var changing = pairs.Where(p => !p.Before.LooksLike(p.After)).ToList();
            statements.AddRange(Group(command, changing.Count > 0 ? changing : pairs, world.Pairs(command), claim));
        }

        if (FindPrinter(claim, command) is { } printer)
        {
            var all = world.Pairs(printer);
            statements.AddRange(Group(printer, [.. all.Where(p => Prints(p, claim))], all, claim).Take(1));
        }

        return statements;
    }

    /// <summary>The statements as paragraphs and indented blocks of a log.</summary>
    public static string Text(IReadOnlyList<ModelStatement> statements)
    {
        var text = new StringBuilder();
        foreach (var statement in statements)
        {
            var where = statement.When == ConditionWriter.Always ? "" : $"When {statement.When}, ";
            text.Append(text.Length == 0 ? "" : "\n\n");
            var command = $"    $ {statement.Command}\n";
            text.Append(statement.IsSame
                ? $"{Opening(where, "before and after this change:")}\n\n{command}{Indented(statement.Before)}"
                : $"{Opening(where, "instead of:")}\n\n{command}{Indented(statement.Before)}\n\nthe user now gets:\n\n{Indented(statement.After)}");
        }

        return text.ToString();
    }

    private static string Opening(string where, string rest) => where.Length > 0 ? where + rest : char.ToUpperInvariant(rest[0]) + rest[1..];

    private static string Indented(Outcome outcome) => outcome switch
    {
        { Result: "crashes" } => "    (crashes)",
        { Message: null, Prints: { } prints } => "    " + prints.Replace("\n", "\n    ", StringComparison.Ordinal),
        { Message: null } => "    (succeeds, no message)",
        _ => "    " + outcome.Message.Replace("\n", "\n    ", StringComparison.Ordinal),
    };

    private IEnumerable<ModelStatement> Group(CommandLine command, List<OutcomePair> shown, IReadOnlyList<OutcomePair> all, Claim claim)
    {
        var words = new EnvironmentWords(_model);
        var groups = shown.GroupBy(p => (p.Before.Kind, p.Before.Stderr, AfterKind: p.After.Kind, AfterStderr: p.After.Stderr))
            .OrderByDescending(g => g.Any(p => Prints(p, claim))).ThenBy(g => g.Key.Stderr, StringComparer.Ordinal)
            .ThenBy(g => g.Key.AfterStderr, StringComparer.Ordinal);
        foreach (var group in groups.Take(MostStatements))
        {
            _asked.AddRange(group);
            yield return new ModelStatement(
                words.Describe(group, all.Except(group)),
                command.Program + " " + string.Join(' ', command.Arguments),
                group.First().Before.ToOutcome(),
                group.First().After.ToOutcome(),
                [.. group.SelectMany(p => p.Before.Rules.Concat(p.After.Rules)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                words.Versions(group));
        }
    }

    private bool Prints(OutcomePair pair, Claim claim) =>
        _messages.Fit(claim.Message, (claim.Side == ClaimSide.After ? pair.After : pair.Before).Stderr) != MessageFit.None;

    // The command of the model that holds all items of the claim's and fewest more.
    private CommandLine? FindPrinter(Claim claim, CommandLine? command) =>
        world.Commands(command?.Program ?? "")
            .Where(c => command is null || command.Items.All(i => c.Items.Any(o => o.Option == i.Option && o.Raw == i.Raw)))
            .Where(c => world.Pairs(c).Any(p => Prints(p, claim)))
            .OrderBy(c => c.Items.Count).ThenBy(c => string.Join(' ', c.Arguments), StringComparer.Ordinal)
            .FirstOrDefault();
}
