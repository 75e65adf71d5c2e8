using PatchScribe.Behaviour.Wording;

namespace PatchScribe.Behaviour.Claims;

/// <summary>
/// Holds what a log says that a command prints against a model: for each claim confirmed, refuted or not covered. A before/after
/// pair is one claim: its second half is confirmed only in environments that give the first half too. A refuted half is a
/// contradiction of its own. "Can already happen when ..." is confirmed when each alternative of its condition has an
/// environment in which some command of the model, or the claim's own, prints the message before the change.
/// </summary>
public static class ClaimChecker
{
    private const int MostClaims = 64;

    /// <summary>
    /// Checks the claims of a log (without its trailers; line numbers count from its first line). <paramref name="choice"/> holds the facts
    /// before and after, from <see cref="ModelChooser"/>; <paramref name="known"/> are variables of the environment that are known to
    /// have a value, such as the program's version. At most 64 claims are checked.
    /// </summary>
    public static IReadOnlyList<ClaimResult> Check(ModelChoice choice, string logText, IReadOnlyDictionary<string, string>? known = null)
    {
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(logText);
        var passages = LogPassageReader.Read(logText);
        var claims = new ClaimReader(choice.Model).Read(passages);
        var world = new ClaimWorld(choice, known ?? new Dictionary<string, string>(StringComparer.Ordinal));
        var results = new List<ClaimResult>();
        foreach (var claim in claims.Take(MostClaims))
        {
            var first = claim is { Side: ClaimSide.After, Pair: > 0 }
                ? results.Find(r => r.Claim.Pair == claim.Pair && r.Claim.Side == ClaimSide.Before)
                : null;
            results.Add(new ClaimTrial(world, passages).Judge(claim, first));
        }

        return results;
    }
}
