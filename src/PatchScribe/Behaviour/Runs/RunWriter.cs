using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PatchScribe.Diagnostics;

namespace PatchScribe.Behaviour.Runs;

/// <summary>Writes recorded runs, one JSON object a line (docs/behaviour-models.md).</summary>
public static class RunWriter
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines, each with its line end.</summary>
    public static string Write(IEnumerable<RecordedRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return string.Concat(runs.Select(r => Fields(r).ToJsonString(OneLine) + "\n"));
    }

    private static JsonObject Fields(RecordedRun run)
    {
        var fields = new JsonObject();
        if (run.Number is { } number)
        {
            fields["n"] = number;
        }

        fields["set"] = run.Set.ToJson();
        fields["argv"] = run.Arguments.ToJson();
        fields["stderr"] = run.Stderr;
        fields["exit"] = run.Exit;
        if (run.Output is { } output)
        {
            fields["stdoutLines"] = output.ToJson();
        }

        if (run.TimedOut)
        {
            fields["timedOut"] = true;
        }

        if (run.Cut)
        {
            fields["cut"] = true;
        }

        return fields;
    }
}
