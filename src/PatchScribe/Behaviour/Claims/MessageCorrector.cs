using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Evaluation;
using PatchScribe.Behaviour.Wording;

namespace PatchScribe.Behaviour.Claims;

/// <summary>Whether the model knows a quoted message at all, and what is mistyped in it.</summary>
internal sealed record MessageFinding(bool IsKnown, IReadOnlyList<MessageCorrection> Found);

/// <summary>Finds the message of the program that a claim quotes: first what the claim's own command prints, then what others print.</summary>
internal sealed class MessageCorrector(ClaimWorld world)
{
    private readonly QuotedMessage _messages = new(world.Choice.Model);

    /// <summary>The best fit; a slip becomes a correction to the program's text, with the program named as in the claim's command.</summary>
    public MessageFinding Find(Claim claim)
    {
        var program = claim.Command?.Program ?? "";
        var own = claim.Command is { NotCovered: null } command ? new[] { command } : [];
        var (best, text) = (MessageFit.None, "");
        foreach (var candidate in own.Concat(Related(own.FirstOrDefault(), program)))
        {
            foreach (var printed in Printed(candidate))
            {
                var fit = _messages.Fit(claim.Message, printed);
                if (fit > best)
                {
                    (best, text) = (fit, printed);
                }
            }

            if (best == MessageFit.Same)
            {
                break;
            }
        }

        return new MessageFinding(best != MessageFit.None, best == MessageFit.Slip && !IsOnlyUnnamed(claim.Message, text) ? [Correct(claim, text)] : []);
    }

    // Leaving the program's name out is how people quote; it is no slip by itself.
    private bool IsOnlyUnnamed(string quoted, string printed) =>
        !_messages.HasProgram(quoted) && printed.EndsWith(_messages.Core(quoted), StringComparison.Ordinal);

    // Commands that share items with the claim's come first: their messages name the same options.
    private IEnumerable<CommandLine> Related(CommandLine? own, string program) =>
        world.Commands(program).OrderByDescending(c => own is null ? 0 : c.Items.Count(i => own.Items.Any(o => o.Option == i.Option && o.Raw == i.Raw)));

    private IEnumerable<string> Printed(CommandLine command) => world.Pairs(command).Concat(world.UnusualPairs(command))
        .SelectMany(p => new[] { p.Before, p.After })
        .Where(o => o.Kind != OutcomeKind.Unknown && o.Stderr.Length > 0)
        .Select(o => o.Stderr.TrimEnd('\n'))
        .Distinct(StringComparer.Ordinal);

    private MessageCorrection Correct(Claim claim, string printed)
    {
        var (quoted, text) = (_messages.Core(claim.Message), _messages.Core(printed));
        var missing = new List<string>();
        if (Count(quoted, ' ') < Count(text, ' '))
        {
            missing.Add("a space");
        }

        if (Count(quoted, '"') < Count(text, '"') || Count(quoted, '\'') < Count(text, '\''))
        {
            missing.Add("a quote mark");
        }

        if (!_messages.HasProgram(claim.Message))
        {
            missing.Add("the program's name");
        }

        var because = missing.Count == 0 ? "the program prints it differently" : $"missing: {string.Join(", ", missing)}";
        return new MessageCorrection(claim.QuotedText, printed, claim.FirstLine, claim.LastLine, because);
    }

    private static int Count(string text, char c) => text.Count(x => x == c);
}
