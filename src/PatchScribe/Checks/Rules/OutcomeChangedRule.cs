using PatchScribe.Behaviour;
using PatchScribe.Checks.Log;
using PatchScribe.Diagnostics;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks.Rules;

/// <summary>A behaviour model, or recorded runs, say that a user gets another outcome, and the log quotes neither the one before nor the one after.</summary>
internal sealed class OutcomeChangedRule : ICheckRule
{
    public string Id => "PS0106";

    public string Name => "outcome-changed";

    public Severity Severity => Severity.Warning;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        var changes = context.Request.Analysis.Behaviour;
        foreach (var crash in changes.Where(change => change.Effect == BehaviourEffect.NewCrash && context.Log.Holds("crash") is null).Take(1))
        {
            var finding = Of(crash, $"{crash.Command} crashes when {crash.When}, where it did not; the log does not say so");
            yield return UsesNews(context, crash) ? finding with { Severity = Severity.Note } : finding;
        }

        var rest = changes.Where(change => change.Effect != BehaviourEffect.NewCrash && !IsNews(context, change) && !IsSameError(change)).ToList();
        if (rest.Count > 0 && rest.TrueForAll(change => context.Mentions.Of(change) is null))
        {
            yield return Of(rest[0], $"{rest.Count} outcomes change for users, the log shows none of them; the first: {rest[0].Command}");
        }

        foreach (var run in context.Request.Runs.Where(run => run.Differs && !IsShown(context, run.Before) && !IsShown(context, run.After)).Take(1))
        {
            yield return this.OfChange($"{run.Command} gave another result after the change, the log does not show it", $"show the command and both outcomes: {Show(run.Before, run.BeforeExit)} -> {Show(run.After, run.AfterExit)}", file: null, line: null,
                new Evidence("run", $"$ {run.Command}\n{run.Before}"), new Evidence("run", $"$ {run.Command}\n{run.After}"));
        }
    }

    /// <summary>What did nothing before because there was no such name.</summary>
    private static bool IsNews(CheckContext context, BehaviourChange change) => change.Effect != BehaviourEffect.Worse && UsesNews(context, change);

    /// <summary>The error is the same and a hint below it differs, which is a message of its own.</summary>
    private static bool IsSameError(BehaviourChange change) => change.Before.Message is not null && change.After.Message is not null && Show(change.Before) == Show(change.After);

    /// <summary>The command uses or lists a new name that the log names.</summary>
    private static bool UsesNews(CheckContext context, BehaviourChange change) => context.Facts.Interfaces.Any(one => one.Change == UserMessageChangeKind.Added
        && (WholeWord.IndexOf(change.Command, one.Name) >= 0 || (change.After.Prints is { } listing && WholeWord.IndexOf(listing, one.Name) >= 0)) && context.Mentions.Of(one) is { Kind: MentionKind.Named });

    private static string Show(string printed, int exit) => printed.Trim('\n').Split('\n')[0] is { Length: > 0 } line ? line : $"exit status {exit}";

    /// <summary>The first line stands in the log, in a sentence or with an ellipsis in a block.</summary>
    private static bool IsShown(CheckContext context, string printed) =>
        printed.Trim('\n').Split('\n')[0] is { Length: > 0 } line
        && (context.Log.Holds(PrintedLine.Core(line)) is not null || context.Log.Blocks.SelectMany(block => block.Lines).Any(shown => shown.Length > 0 && PrintedLine.Fits(line, shown)));

    private Finding Of(BehaviourChange change, string message) => this.OfChange(message,
        $"show the command and both outcomes: {Show(change.Before)} -> {Show(change.After)} (when {change.When})", file: null, line: null,
        [.. new[] { change.Before, change.After }.Select(outcome => new Evidence("model", Show(outcome), File: change.Model, Rule: string.Join(", ", change.Rules)))]);

    private static string Show(Outcome outcome) => outcome.Message?.Split('\n')[0] ?? outcome.Result;
}
