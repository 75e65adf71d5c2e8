using System.Text.Json;
using PatchScribe.Diagnostics;

namespace PatchScribe.Behaviour.Runs;

/// <summary>Runs read from a file, and the lines that were none.</summary>
public sealed record RunReading(IReadOnlyList<RecordedRun> Runs, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Reads recorded runs, one JSON object a line (docs/behaviour-models.md); a line that is none becomes a diagnostic.</summary>
public static class RunReader
{
    /// <summary>Reads the text; <paramref name="source"/> names it in diagnostics.</summary>
    public static RunReading Read(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        var runs = new List<RecordedRun>();
        var diagnostics = new List<Diagnostic>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace())
            {
                continue;
            }

            try
            {
                using var document = JsonDocument.Parse(line.ToString());
                runs.Add(ReadRun(document.RootElement));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                diagnostics.Add(new Diagnostic(
                    DiagnosticIds.RunUnreadable, Severity.Warning, $"line {number} is no recorded run: {e.Message}", source, number));
            }
        }

        return new RunReading(runs, diagnostics);
    }

    private static RecordedRun ReadRun(JsonElement run) => new(
        run.TryGetProperty("n", out var n) && n.ValueKind == JsonValueKind.Number ? n.GetInt32() : null,
        run.TryGetProperty("set", out var set)
            ? set.EnumerateObject().ToDictionary(p => p.Name, p => TextOf(p.Value), StringComparer.Ordinal)
            : [],
        [.. run.GetProperty("argv").EnumerateArray().Select(a => a.GetString() ?? "")],
        run.GetProperty("stderr").GetString() ?? "",
        run.GetProperty("exit").GetInt32(),
        OutputOf(run))
    {
        TimedOut = IsTrue(run, "timedOut"),
        Cut = IsTrue(run, "cut"),
    };

    private static bool IsTrue(JsonElement run, string name) => run.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static List<string>? OutputOf(JsonElement run)
    {
        foreach (var property in run.EnumerateObject())
        {
            if (property.Name.StartsWith("stdout", StringComparison.Ordinal) && property.Value.ValueKind == JsonValueKind.Array)
            {
                return [.. property.Value.EnumerateArray().Select(l => l.GetString() ?? "")];
            }
        }

        return null;
    }

    private static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
