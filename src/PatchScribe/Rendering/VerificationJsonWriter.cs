using PatchScribe.Behaviour.Runs;

namespace PatchScribe.Rendering;

/// <summary>A verification as the document <c>patchscribe/model-verify/1</c> (docs/json.md).</summary>
public static class VerificationJsonWriter
{
    /// <summary>Every run with its verdict.</summary>
    public static string Write(Verification verification, ReadingCounts counts)
    {
        ArgumentNullException.ThrowIfNull(verification);
        ArgumentNullException.ThrowIfNull(counts);
        return JsonText.Write(new
        {
            schema = "patchscribe/model-verify/1",
            model = verification.Model,
            agree = verification.Count(RunVerdict.Agree),
            disagree = verification.Count(RunVerdict.Disagree),
            notCovered = verification.Count(RunVerdict.NotCovered),
            runs = verification.Runs.Select(run => new
            {
                n = run.Run.Number,
                verdict = JsonText.Name(run.Verdict),
                argv = run.Run.Arguments,
                expected = new { stderr = run.Expected.Stderr, exit = run.Expected.Exit },
                observed = new { stderr = run.Run.Stderr, exit = run.Run.Exit },
                rules = run.Expected.Rules,
                reason = run.Reason,
            }),
            counts = counts.Counts,
            diagnostics = JsonText.Diagnostics(counts.Diagnostics),
        });
    }
}
