using System.Globalization;
using System.Text;
using PatchScribe.Behaviour.Runs;

namespace PatchScribe.Rendering;

/// <summary>A verification as a person reads it: what disagrees and what is not covered, and the counts in the last line.</summary>
public static class VerificationTextRenderer
{
    /// <summary>Ends with the line <c>N agree, N disagree, N not covered</c>.</summary>
    public static string Render(Verification verification)
    {
        ArgumentNullException.ThrowIfNull(verification);
        var text = new StringBuilder();
        foreach (var run in verification.Runs.Where(r => r.Verdict != RunVerdict.Agree))
        {
            text.Append(CultureInfo.InvariantCulture, $"{JsonText.Name(run.Verdict)}{(run.Run.Number is { } n ? $" run {n}" : "")}: {string.Join(' ', run.Run.Arguments)}\n");
            text.Append(CultureInfo.InvariantCulture, $"  in {string.Join(' ', run.Run.Set.Select(s => $"{s.Key}={s.Value}"))}\n");
            if (run.Verdict == RunVerdict.NotCovered)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {run.Reason}\n");
                continue;
            }

            Side(text, "expected", run.Expected.Stderr, run.Expected.Exit, run.Expected.Prints);
            Side(text, "observed", run.Run.Stderr, run.Run.Exit, run.Run.Output is { } lines ? string.Join('\n', lines) : null);
            text.Append(CultureInfo.InvariantCulture, $"  rules {string.Join(", ", run.Expected.Rules)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{verification.Count(RunVerdict.Agree)} agree, {verification.Count(RunVerdict.Disagree)} disagree, {verification.Count(RunVerdict.NotCovered)} not covered\n");
        return TerminalText.Escape(text.ToString());
    }

    private static void Side(StringBuilder text, string name, string stderr, int exit, string? output)
    {
        text.Append(CultureInfo.InvariantCulture, $"  {name} exit {exit}\n");
        foreach (var line in (stderr + output).TrimEnd('\n').Split('\n').Where(l => l.Length > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"    {line}\n");
        }
    }
}
