using System.Globalization;
using System.Text;
using PatchScribe.Behaviour.Evaluation;

namespace PatchScribe.Rendering;

/// <summary>Predictions as a person reads them.</summary>
public static class PredictionTextRenderer
{
    private const int MostAlternatives = 8;

    /// <summary>Standard error as expected, the exit status, and what else could be seen where something was assumed.</summary>
    public static string Render(Explanation explanation, IReadOnlyList<Prediction> alternatives)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(alternatives);
        var text = new StringBuilder();
        Outcome(text, explanation.Outcome, "");
        text.Append(CultureInfo.InvariantCulture, $"rules: {(explanation.Outcome.Rules.Count == 0 ? "none held" : $"{string.Join(", ", explanation.Outcome.Rules)} ({explanation.Outcome.Evidence})")}\n");
        Assumed(text, explanation);
        foreach (var other in alternatives.Take(MostAlternatives))
        {
            text.Append(CultureInfo.InvariantCulture, $"\nbut when {other.When}:\n");
            Outcome(text, other.Outcome, "  ");
        }

        if (alternatives.Count > MostAlternatives)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{alternatives.Count - MostAlternatives} other outcomes, see --format json\n");
        }

        return TerminalText.Escape(text.ToString());
    }

    /// <summary>Every check with whether it held and why, then the outcome.</summary>
    public static string Explain(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var text = new StringBuilder();
        (string, string?) last = ("", null);
        foreach (var check in explanation.Checks)
        {
            if ((check.Phase, check.Item) != last)
            {
                text.Append(CultureInfo.InvariantCulture, $"{check.Phase}{(check.Item is null ? "" : $": {check.Item}")}\n");
                last = (check.Phase, check.Item);
            }

            text.Append(CultureInfo.InvariantCulture, $"  {(check.Held ? "HOLDS" : "no   ")}  {check.Rule}{(check.Key is null ? "" : $" [{check.Key}]")}: {check.Condition}\n");
            text.Append(check.Because.Count > 0 ? $"           {string.Join("; ", check.Because)}\n" : "");
            text.Append(check is { Held: true, Source.Length: > 0 } ? $"           source: {check.Source}\n" : "");
        }

        text.Append('\n');
        Outcome(text, explanation.Outcome, "");
        Assumed(text, explanation);
        return TerminalText.Escape(text.ToString());
    }

    private static void Outcome(StringBuilder text, PredictedOutcome outcome, string indent)
    {
        if (outcome.Kind == OutcomeKind.Unknown)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}not covered: {outcome.Stderr}\n");
            return;
        }

        foreach (var line in (outcome.Stderr + outcome.Prints).TrimEnd('\n').Split('\n').Where(l => l.Length > 0))
        {
            text.Append(indent).Append(line).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}exit {outcome.Exit} ({JsonText.Name(outcome.Kind)})\n");
    }

    private static void Assumed(StringBuilder text, Explanation explanation) =>
        text.Append(explanation.Assumed.Count == 0 ? "" : $"assumed: {string.Join(' ', explanation.Assumed)}\n");
}
