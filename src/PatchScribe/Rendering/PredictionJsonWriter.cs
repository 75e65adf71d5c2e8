using PatchScribe.Behaviour.Evaluation;

namespace PatchScribe.Rendering;

/// <summary>Predictions as documents <c>patchscribe/model-predict/1</c> and <c>patchscribe/model-explain/1</c> (docs/json.md).</summary>
public static class PredictionJsonWriter
{
    /// <summary>The expected outcome, what was assumed for it, and the outcomes under other assumptions.</summary>
    public static string Write(string model, IReadOnlyList<string> argv, Explanation explanation, IReadOnlyList<Prediction> alternatives)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(alternatives);
        return JsonText.Write(new Dictionary<string, object?>(Fields("patchscribe/model-predict/1", model, argv, explanation), StringComparer.Ordinal)
        {
            ["alternatives"] = alternatives.Select(a => new { when = a.When, outcome = JsonText.Name(a.Outcome.Kind), stderr = a.Outcome.Stderr, exit = a.Outcome.Exit, stdout = Lines(a.Outcome), rules = a.Outcome.Rules }),
            ["counts"] = new { read = 1, skipped = 0 },
            ["diagnostics"] = Array.Empty<object>(),
        });
    }

    /// <summary>The expected outcome with every check on the way.</summary>
    public static string WriteExplanation(string model, IReadOnlyList<string> argv, Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return JsonText.Write(new Dictionary<string, object?>(Fields("patchscribe/model-explain/1", model, argv, explanation), StringComparer.Ordinal)
        {
            ["checks"] = explanation.Checks.Select(c => new
            {
                phase = c.Phase,
                item = c.Item,
                key = c.Key,
                rule = c.Rule,
                condition = c.Condition,
                held = c.Held,
                because = c.Because,
                source = c.Source,
            }),
            ["counts"] = new { read = 1, skipped = 0 },
            ["diagnostics"] = Array.Empty<object>(),
        });
    }

    private static Dictionary<string, object?> Fields(string schema, string model, IReadOnlyList<string> argv, Explanation explanation)
    {
        var isKnown = explanation.Outcome.Kind != OutcomeKind.Unknown;
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["schema"] = schema,
            ["model"] = model,
            ["argv"] = argv,
            ["outcome"] = JsonText.Name(explanation.Outcome.Kind),
            ["stderr"] = isKnown ? explanation.Outcome.Stderr : null,
            ["exit"] = isKnown ? explanation.Outcome.Exit : null,
            ["stdout"] = Lines(explanation.Outcome),
            ["reason"] = isKnown ? null : explanation.Outcome.Stderr,
            ["rules"] = explanation.Outcome.Rules,
            ["evidence"] = explanation.Outcome.Evidence,
            ["assumed"] = explanation.Assumed,
        };
    }

    private static string[]? Lines(PredictedOutcome outcome) => outcome.Prints?.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
