using System.Text.Json.Nodes;
using PatchScribe.Behaviour.Evaluation;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering;

/// <summary>Predictions as documents <c>patchscribe/model-predict/1</c> and <c>patchscribe/model-explain/1</c> (docs/json.md).</summary>
public static class PredictionJsonWriter
{
    /// <summary>The expected outcome, what was assumed for it, and the outcomes under other assumptions.</summary>
    public static string Write(string model, IReadOnlyList<string> argv, Explanation explanation, IReadOnlyList<Prediction> alternatives)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(alternatives);
        var document = Fields("patchscribe/model-predict/1", model, argv, explanation);
        document["alternatives"] = alternatives.ToJson(a => new JsonObject { ["when"] = a.When, ["outcome"] = JsonText.Name(a.Outcome.Kind), ["stderr"] = a.Outcome.Stderr, ["exit"] = a.Outcome.Exit, ["stdout"] = Lines(a.Outcome).ToJson(), ["rules"] = a.Outcome.Rules.ToJson() });
        document["counts"] = JsonText.Counts(1, 0);
        document["diagnostics"] = new JsonArray();
        return JsonText.Write(document);
    }

    /// <summary>The expected outcome with every check on the way.</summary>
    public static string WriteExplanation(string model, IReadOnlyList<string> argv, Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var document = Fields("patchscribe/model-explain/1", model, argv, explanation);
        document["checks"] = explanation.Checks.ToJson(c => new JsonObject
        {
            ["phase"] = c.Phase,
            ["item"] = c.Item,
            ["key"] = c.Key,
            ["rule"] = c.Rule,
            ["condition"] = c.Condition,
            ["held"] = c.Held,
            ["because"] = c.Because.ToJson(),
            ["source"] = c.Source,
        });
        document["counts"] = JsonText.Counts(1, 0);
        document["diagnostics"] = new JsonArray();
        return JsonText.Write(document);
    }

    private static JsonObject Fields(string schema, string model, IReadOnlyList<string> argv, Explanation explanation)
    {
        var isKnown = explanation.Outcome.Kind != OutcomeKind.Unknown;
        return new JsonObject
        {
            ["schema"] = schema,
            ["model"] = model,
            ["argv"] = argv.ToJson(),
            ["outcome"] = JsonText.Name(explanation.Outcome.Kind),
            ["stderr"] = isKnown ? explanation.Outcome.Stderr : null,
            ["exit"] = isKnown ? explanation.Outcome.Exit : null,
            ["stdout"] = Lines(explanation.Outcome).ToJson(),
            ["reason"] = isKnown ? null : explanation.Outcome.Stderr,
            ["rules"] = explanation.Outcome.Rules.ToJson(),
            ["evidence"] = explanation.Outcome.Evidence,
            ["assumed"] = explanation.Assumed.ToJson(),
        };
    }

    private static string[]? Lines(PredictedOutcome outcome) => outcome.Prints?.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
