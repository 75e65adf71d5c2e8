using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Runs;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;
using PatchScribe.Templating;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// Writes the before/after block where it was asked for (a draft without a thread, or recorded runs) and the log does not quote the new
/// message yet; else every difference that the log does not mention is a note, worst first.
/// </summary>
internal sealed class BehaviourRule(TemplateSet templates) : ICompositionRule
{
    private const int MaxBlocks = 2;
    private const int MaxNotes = 5;

    public void Apply(LogComposition log, DraftRequest request)
    {
        foreach (var pair in request.Runs.Where(pair => pair.Differs && !Says(log, pair.After)).Take(MaxBlocks))
        {
            log.Blocks.AddRange(Block(pair));
        }

        var unsaid = (request.Analysis?.Behaviour ?? []).Where(change => !Says(log, change.After.Message) && change.Before.Message != change.After.Message).ToList();
        if (request.BehaviourAsked)
        {
            var fails = unsaid.Where(change => change.After.Result == "fails" && change.Before.Result == "fails" && change.After.Message is not null).Take(MaxBlocks).ToList();
            foreach (var change in fails)
            {
                log.Blocks.AddRange(Block(change));
            }

            unsaid = [.. unsaid.Except(fails)];
        }

        log.Notes.AddRange(unsaid.Take(MaxNotes).Select(change =>
            $"not said: {change.Command}, {change.When}: {Show(change.Before)} -> {Show(change.After)}"));
        if (unsaid.Count > MaxNotes)
        {
            log.Notes.Add($"not said: {unsaid.Count - MaxNotes} more differences, see patchscribe analyze");
        }
    }

    private IEnumerable<LogBlock> Block(BehaviourChange change)
    {
        var text = templates.Render(TemplateSet.BeforeAfter, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["when"] = "When " + change.When,
            ["command"] = change.Command,
            ["before"] = Lines(change.Before),
            ["after"] = Lines(change.After),
            ["failed"] = change.After.Result == "fails",
            ["already"] = change.AlreadyPossibleWhen,
        });
        Evidence[] evidence =
        [
            .. new[] { change.Before.Message, change.After.Message }.OfType<string>()
                .Select(message => new Evidence("model", message, File: change.Model, Rule: string.Join(", ", change.Rules))),
        ];
        return LogParser.ParseBody("", text, new LogOrigin("model", null, change.Model, 1)).Blocks.Select(block => block with { Evidence = evidence });
    }

    /// <summary>What a command printed on both builds, as it was recorded.</summary>
    private IEnumerable<LogBlock> Block(RunPair pair)
    {
        var text = templates.Render(TemplateSet.BeforeAfter, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["when"] = null,
            ["command"] = pair.Command,
            ["before"] = Lines(pair.Before, pair.BeforeExit),
            ["after"] = Lines(pair.After, pair.AfterExit),
            ["failed"] = pair.BeforeExit != 0 && pair.AfterExit != 0,
            ["already"] = null,
        });
        Evidence[] evidence = [new Evidence("run", $"$ {pair.Command}\n{pair.Before}"), new Evidence("run", $"$ {pair.Command}\n{pair.After}")];
        return LogParser.ParseBody("", text, new LogOrigin("run", null, null, 1)).Blocks.Select(block => block with { Evidence = evidence });
    }

    private static string[] Lines(string stderr, int exit) =>
        stderr.Trim('\n').Length > 0 ? stderr.Trim('\n').Split('\n') : [exit == 0 ? "(no error, exit status 0)" : $"(exit status {exit})"];

    private static string[] Lines(Outcome outcome) => (outcome.Message ?? $"({outcome.Result})").TrimEnd('\n').Split('\n');

    private static string Show(Outcome outcome) => outcome.Message?.TrimEnd('\n').Split('\n')[0] ?? outcome.Result;

    private static bool Says(LogComposition log, string? message) =>
        message is not null && message.Trim().Length > 0 && log.Blocks.Exists(block => TextMatch.Holds(string.Join(' ', block.Lines), message.TrimEnd('\n')));
}
