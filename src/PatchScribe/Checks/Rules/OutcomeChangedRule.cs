using PatchScribe.Behaviour;
using PatchScribe.Diagnostics;

namespace PatchScribe.Checks.Rules;

/// <summary>A behaviour model says that a user gets another outcome, and the log quotes neither the one before nor the one after.</summary>
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
            yield return Of(crash, $"{crash.Command} crashes when {crash.When}, where it did not; the log does not say so");
        }

        var rest = changes.Where(change => change.Effect != BehaviourEffect.NewCrash).ToList();
        if (rest.Count > 0 && rest.TrueForAll(change => context.Mentions.Of(change) is null))
        {
            yield return Of(rest[0], $"{rest.Count} outcomes change for users, the log shows none of them; the first: {rest[0].Command}");
        }
    }

    private Finding Of(BehaviourChange change, string message) => this.OfChange(message,
        $"show the command and both outcomes: {Show(change.Before)} -> {Show(change.After)} (when {change.When})", file: null, line: null,
        [.. new[] { change.Before, change.After }.Select(outcome => new Evidence("model", Show(outcome), File: change.Model, Rule: string.Join(", ", change.Rules)))]);

    private static string Show(Outcome outcome) => outcome.Message?.Split('\n')[0] ?? outcome.Result;
}
