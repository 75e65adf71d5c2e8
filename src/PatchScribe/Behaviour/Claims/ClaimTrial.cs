using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Comparison;
using PatchScribe.Behaviour.Evaluation;
using PatchScribe.Behaviour.Language;
using PatchScribe.Behaviour.Wording;

namespace PatchScribe.Behaviour.Claims;

/// <summary>Judges one claim of a log.</summary>
internal sealed class ClaimTrial(ClaimWorld world, LogPassages passages)
{
    private readonly BehaviourModel _model = world.Choice.Model;
    private readonly QuotedMessage _messages = new(world.Choice.Model);
    private readonly CaseSplitter _splitter = new(world.Choice.Model);

    /// <summary>The verdict; <paramref name="first"/> is the judged first half of a pair, or null.</summary>
    public ClaimResult Judge(Claim claim, ClaimResult? first)
    {
        var alternatives = new ConditionWords(_model).Read(claim.Condition);
        var corrections = new MessageCorrector(world).Find(claim);
        if (claim.Kind == ClaimKind.AlreadyPossible)
        {
            return JudgeAlready(claim, alternatives, corrections);
        }

        var command = claim.Command;
        var isKnown = corrections.IsKnown;
        if (command is null || command.NotCovered is not null || !isKnown)
        {
            return Result(claim, ClaimVerdict.NotCovered, [], corrections.Found);
        }

        // A first half that no environment gives says nothing about where the second half should hold.
        var firstHolds = first is { Verdict: ClaimVerdict.Confirmed } ? first.Claim : null;
        var pairs = world.Pairs(command);
        var holding = alternatives.Select(a => Holding(pairs, a, claim, firstHolds)).ToList();
        if (holding.TrueForAll(h => h.Count > 0))
        {
            return Result(claim, ClaimVerdict.Confirmed, [.. holding.SelectMany(h => h).Distinct()], corrections.Found);
        }

        var open = pairs.Any(p => p.Before.Kind == OutcomeKind.Unknown || p.After.Kind == OutcomeKind.Unknown)
            || alternatives.Any(a => Holding(world.UnusualPairs(command), a, claim, firstHolds).Count > 0);
        return open
            ? Result(claim, ClaimVerdict.NotCovered, [], corrections.Found)
            : Refute(claim, command, alternatives, corrections.Found);
    }

    private ClaimResult JudgeAlready(Claim claim, IReadOnlyList<IReadOnlyDictionary<int, ulong>> alternatives, MessageFinding corrections)
    {
        if (!corrections.IsKnown)
        {
            return Result(claim, ClaimVerdict.NotCovered, [], []);
        }

        IReadOnlyList<CommandLine> own = claim.Command is { NotCovered: null } command ? [command] : [];
        var unmet = alternatives.ToList();
        var held = new List<OutcomePair>();
        CommandLine? holder = null;
        foreach (var candidate in own.Concat(world.Commands(claim.Command?.Program ?? "")))
        {
            var pairs = world.Pairs(candidate);
            var holding = alternatives.SelectMany(a => Holding(pairs, a, claim, null)).Distinct().ToList();
            unmet.RemoveAll(a => Holding(pairs, a, claim, null).Count > 0);
            if (holder is null && holding.Count > 0)
            {
                (holder, held) = (candidate, holding);
            }
        }

        return unmet.Count == 0
            ? Result(claim with { Command = holder }, ClaimVerdict.Confirmed, held, []) with { Claim = claim }
            : Refute(claim, claim.Command, alternatives, []);
    }

    private List<OutcomePair> Holding(IReadOnlyList<OutcomePair> pairs, IReadOnlyDictionary<int, ulong> condition, Claim claim, Claim? first) =>
        [.. pairs.Where(p => Gives(p, claim) && (first is null || Gives(p, first)) && Agrees(p.Environment, condition))];

    private bool Gives(OutcomePair pair, Claim claim) =>
        (claim.Side == ClaimSide.After || Fits(claim, pair.Before)) && (claim.Side == ClaimSide.Before || Fits(claim, pair.After));

    private bool Fits(Claim claim, PredictedOutcome outcome) =>
        outcome.Kind != OutcomeKind.Unknown && _messages.Fit(claim.Message, outcome.Stderr) != MessageFit.None;

    private bool Agrees(EnvironmentCase environment, IReadOnlyDictionary<int, ulong> condition)
    {
        foreach (var (variable, mask) in condition)
        {
            if (!environment.IsSettled(variable))
            {
                continue;
            }

            var both = environment[variable] & mask;
            if (both == 0)
            {
                return false;
            }

            environment = environment.With(variable, both);
        }

        return _splitter.IsPossible(environment);
    }

    private ClaimResult Refute(
        Claim claim, CommandLine? command, IReadOnlyList<IReadOnlyDictionary<int, ulong>> alternatives, IReadOnlyList<MessageCorrection> corrections)
    {
        var statements = new ModelStatements(world);
        var said = statements.Of(claim, command, p => alternatives.Any(a => Agrees(p.Environment, a)));
        return Result(claim, ClaimVerdict.Refuted, statements.Asked, corrections) with
        {
            ModelSays = said,
            ModelText = ModelStatements.Text(said),
            Environments = null,
        };
    }

    private ClaimResult Result(Claim claim, ClaimVerdict verdict, IReadOnlyList<OutcomePair> pairs, IReadOnlyList<MessageCorrection> corrections)
    {
        var words = new EnvironmentWords(_model);
        var others = claim.Command is { NotCovered: null } command ? world.Pairs(command).Except(pairs) : [];
        return new ClaimResult(
            claim,
            verdict,
            _model.Name,
            world.Choice.Assumed,
            pairs.Count == 0 ? null : words.Describe(pairs, others),
            [],
            "",
            [.. pairs.SelectMany(p => p.Before.Rules.Concat(p.After.Rules)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            words.Versions(pairs),
            pairs.All(p => p.Before.Evidence == "run" && p.After.Evidence == "run") ? "run" : "source",
            Introductions(claim),
            References(claim),
            corrections);
    }

    private List<ClaimReference> Introductions(Claim claim)
    {
        var before = passages.Sentences.LastOrDefault(s => s.LastLine < claim.FirstLine);
        var block = passages.Blocks.LastOrDefault(b => b.LastLine < claim.FirstLine);
        return before is not null && (block is null || block.LastLine < before.FirstLine)
            && ClaimWords.Introduces(before.Text) && !ClaimWords.IsAlready(before.Text)
            ? [new ClaimReference(before.Text, before.FirstLine, before.LastLine)]
            : [];
    }

    private List<ClaimReference> References(Claim claim) =>
    [
        .. passages.Sentences.Where(s => s.FirstLine > claim.LastLine && ClaimWords.RefersBack(s.Text))
            .Select(s => new ClaimReference(s.Text, s.FirstLine, s.LastLine)),
    ];
}
