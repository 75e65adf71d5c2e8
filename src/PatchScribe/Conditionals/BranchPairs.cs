using PatchScribe.Conditionals.Code;

namespace PatchScribe.Conditionals;

/// <summary>
/// One version of a file seen from the comparison of its branches with those of the other version. A branch whose
/// directive line stays has a partner, and so has the #else of a conditional that stays. One that begins or ends on another line
/// than before stays too when it asks for the same and governs some of the same code.
/// </summary>
internal sealed class BranchPairs
{
    private readonly Dictionary<int, ConditionalBranch> partners = [];
    private readonly CodeVersion own;

    public BranchPairs(CodeLines lines, CodeVersion own, CodeVersion other, Func<int, int?> toOther)
    {
        this.own = own;
        var others = other.Branches.GroupBy(branch => branch.Line).ToDictionary(group => group.Key, group => group.First());
        foreach (var branch in own.Branches)
        {
            if (toOther(branch.Line) is { } line && others.TryGetValue(line, out var partner))
            {
                partners[branch.Line] = partner;
            }
        }

        foreach (var branch in own.Branches.Where(branch => IsOpening(branch) && !partners.ContainsKey(branch.Line)))
        {
            var partner = other.Branches.FirstOrDefault(there => IsOpening(there) && !partners.ContainsValue(there) && there.Own.Equals(branch.Own) && there.Presence.Equals(branch.Presence)
                && other.FunctionAt(there.Line) == own.FunctionAt(branch.Line)
                && Guarded(lines, branch).Any(line => toOther(line) is { } place && there.LastLine < place && place <= there.EndLine));
            if (partner is not null)
            {
                partners[branch.Line] = partner;
            }
        }

        foreach (var branch in own.Branches.Where(branch => branch.Construct is ConditionalConstruct.Else or ConditionalConstruct.Elif && !partners.ContainsKey(branch.Line)))
        {
            if (Opening(own, branch) is { } opening && partners.TryGetValue(opening.Line, out var there)
                && Following(other, there) is { } partner && partner.Construct == branch.Construct && partner.Expression == branch.Expression)
            {
                partners[branch.Line] = partner;
            }
        }
    }

    public IEnumerable<(ConditionalBranch Own, ConditionalBranch Other)> Kept =>
        own.Branches.Where(branch => partners.ContainsKey(branch.Line)).Select(branch => (branch, partners[branch.Line]));

    /// <summary>
    /// Branches without a partner that govern code. An #else whose opening directive has none either is told by that
    /// one, unless the opening governs nothing.
    /// </summary>
    public IEnumerable<ConditionalBranch> Alone(CodeLines lines) => own.Branches.Where(branch => !partners.ContainsKey(branch.Line)
        && Guarded(lines, branch).Count > 0
        && (branch.Construct != ConditionalConstruct.Else || Opening(own, branch) is not { } opening || partners.ContainsKey(opening.Line) || Guarded(lines, opening).Count == 0));

    /// <summary>The innermost branch without a partner around a line of this version, or null.</summary>
    public ConditionalBranch? AloneAround(int line) =>
        own.Branches.LastOrDefault(branch => branch.LastLine < line && line <= branch.EndLine && !partners.ContainsKey(branch.Line));

    private static bool IsOpening(ConditionalBranch branch) => branch.Construct is ConditionalConstruct.If or ConditionalConstruct.Ifdef;

    public static IReadOnlyList<int> Guarded(CodeLines lines, ConditionalBranch branch) => lines.In(branch.LastLine + 1, branch.EndLine);

    /// <summary>The branch that ends where this one begins.</summary>
    public static ConditionalBranch? Opening(CodeVersion version, ConditionalBranch branch) =>
        version.Branches.LastOrDefault(earlier => earlier.EndLine == branch.Line - 1);

    /// <summary>The #else or #elif that begins where this one ends.</summary>
    public static ConditionalBranch? Following(CodeVersion version, ConditionalBranch branch) =>
        version.Branches.FirstOrDefault(later => later.Line == branch.EndLine + 1 && later.Construct is ConditionalConstruct.Else or ConditionalConstruct.Elif);
}
