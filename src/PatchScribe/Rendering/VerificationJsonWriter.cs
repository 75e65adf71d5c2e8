using System.Text.Json.Nodes;
using PatchScribe.Behaviour.Runs;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering;

/// <summary>A verification as the document <c>patchscribe/model-verify/1</c> (docs/json.md).</summary>
public static class VerificationJsonWriter
{
    /// <summary>Every run with its verdict.</summary>
    public static string Write(Verification verification, ReadingCounts counts)
    {
        ArgumentNullException.ThrowIfNull(verification);
        ArgumentNullException.ThrowIfNull(counts);
        return JsonText.Write(new JsonObject
        {
            ["schema"] = "patchscribe/model-verify/1",
            ["model"] = verification.Model,
            ["agree"] = verification.Count(RunVerdict.Agree),
            ["disagree"] = verification.Count(RunVerdict.Disagree),
            ["notCovered"] = verification.Count(RunVerdict.NotCovered),
            ["runs"] = verification.Runs.ToJson(run => new JsonObject
            {
                ["n"] = run.Run.Number,
                ["verdict"] = JsonText.Name(run.Verdict),
                ["argv"] = run.Run.Arguments.ToJson(),
                ["expected"] = new JsonObject { ["stderr"] = run.Expected.Stderr, ["exit"] = run.Expected.Exit },
                ["observed"] = new JsonObject { ["stderr"] = run.Run.Stderr, ["exit"] = run.Run.Exit },
                ["rules"] = run.Expected.Rules.ToJson(),
                ["reason"] = run.Reason,
            }),
            ["counts"] = counts.Counts,
            ["diagnostics"] = JsonText.Diagnostics(counts.Diagnostics),
        });
    }
}
