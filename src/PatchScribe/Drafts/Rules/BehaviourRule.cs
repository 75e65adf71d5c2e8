using PatchScribe.Behaviour;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;
using PatchScribe.Templating;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// Writes the before/after block where it was asked for (a draft without a thread) and the log does not quote the new
/// message yet; else every difference that the log does not mention is a note, worst first.
/// </summary>
internal sealed class BehaviourRule(TemplateSet templates) : ICompositionRule
{
    private const int MaxBlocks = 2;
    private const int MaxNotes = 5;

    public void Apply(LogComposition log, DraftRequest request)
    {
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

    private static string[] Lines(Outcome outcome) => (outcome.Message ?? $"({outcome.Result})").TrimEnd('\n').Split('\n');

    private static string Show(Outcome outcome) => outcome.Message?.TrimEnd('\n').Split('\n')[0] ?? outcome.Result;

    private static bool Says(LogComposition log, string? message) =>
        message is not null && log.Blocks.Exists(block => TextMatch.Holds(string.Join(' ', block.Lines), message.TrimEnd('\n')));
}
