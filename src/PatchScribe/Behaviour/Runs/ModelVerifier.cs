using PatchScribe.Behaviour.Evaluation;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;

namespace PatchScribe.Behaviour.Runs;

/// <summary>Whether a model foretold a run.</summary>
public enum RunVerdict
{
    /// <summary>Standard error, exit status and known lines of standard output are as foretold.</summary>
    Agree,

    /// <summary>They are not.</summary>
    Disagree,

    /// <summary>The model does not speak about the command line or the environment.</summary>
    NotCovered,
}

/// <summary>A run with what the model expected; <see cref="Reason"/> says why it is not covered.</summary>
public sealed record VerifiedRun(RecordedRun Run, RunVerdict Verdict, PredictedOutcome Expected, string? Reason);

/// <summary>Every run with its verdict, in the order given.</summary>
public sealed record Verification(string Model, IReadOnlyList<VerifiedRun> Runs)
{
    /// <summary>How many runs have the verdict.</summary>
    public int Count(RunVerdict verdict) => Runs.Count(r => r.Verdict == verdict);
}

/// <summary>Holds a model against recorded runs of the real program, byte for byte.</summary>
public static class ModelVerifier
{
    /// <summary>Verdict on each run; a run that names what the model does not know is not covered, never an exception.</summary>
    public static Verification Verify(BehaviourModel model, IReadOnlyList<RecordedRun> runs)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(runs);
        return new Verification(model.Name, [.. runs.Select(r => Verify(model, r))]);
    }

    private static VerifiedRun Verify(BehaviourModel model, RecordedRun run)
    {
        if (run.Arguments.Count == 0 || !model.Programs.Any(p => Wildcard.Matches(p, run.Arguments[0][(run.Arguments[0].LastIndexOf('/') + 1)..])))
        {
            return NotCovered(run, "the model is about another program");
        }

        if (run.TimedOut || run.Cut)
        {
            return NotCovered(run, run.TimedOut ? "the time limit ended the run" : "the run wrote more than was kept");
        }

        try
        {
            var expected = ModelEvaluator.Explain(model, run.Arguments, run.Set).Outcome;
            return expected.Kind == OutcomeKind.Unknown
                ? NotCovered(run, expected.Stderr)
                : new VerifiedRun(run, Agrees(expected, run) ? RunVerdict.Agree : RunVerdict.Disagree, expected, null);
        }
        catch (InputException e)
        {
            return NotCovered(run, e.Message);
        }
    }

    private static VerifiedRun NotCovered(RecordedRun run, string reason) =>
        new(run, RunVerdict.NotCovered, new PredictedOutcome(OutcomeKind.Unknown, "", 0, null, [], "source"), reason);

    private static bool Agrees(PredictedOutcome expected, RecordedRun run)
    {
        if (expected.Exit != run.Exit || !StderrPattern.Matches(expected.Stderr, run.Stderr))
        {
            return false;
        }

        var lines = (expected.Prints ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return run.Output is null || (expected.Prints is null && run.Output.Count == 0)
            || run.Output.SequenceEqual(lines, StringComparer.Ordinal);
    }
}
