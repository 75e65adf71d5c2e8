using PatchScribe.Diffs;

namespace PatchScribe.Conditionals;

/// <summary>
/// Compares the preprocessor branches of one C file. A branch whose directive line is gone or new is looked at by the
/// code it guards: where that code survives, the conditions before and after decide (equal by meaning: no change);
/// where it does not, code and condition went or came together.
/// </summary>
internal static class DirectiveComparer
{
    public static IEnumerable<ConditionalChange> Compare(FileChange file)
    {
        var (before, after) = (new CodeLines(FileSide.Before(file)), new CodeLines(FileSide.After(file)));
        var match = new CodeMatch(before, after, new LineMap(file));
        foreach (var branch in before.Branches.Where(branch => IsOwnChange(branch, before, match.ToNew)))
        {
            var survivors = Guarded(before, branch).Select(match.ToNew).OfType<int>().ToList();
            foreach (var change in Gone(file, branch, survivors, after, match))
            {
                yield return change;
            }
        }

        foreach (var branch in after.Branches.Where(branch => IsOwnChange(branch, after, match.ToOld)))
        {
            var survivors = Guarded(after, branch).Select(match.ToOld).OfType<int>().ToList();
            foreach (var change in Come(file, branch, survivors, before, match))
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<ConditionalChange> Gone(FileChange file, ConditionalBranch branch, List<int> survivors, CodeLines after, CodeMatch match)
    {
        var now = survivors.Count == 0 ? null : after.At(survivors[0]);
        if (now is not null && now.Equals(branch.Presence))
        {
            yield break;
        }

        var successor = survivors.Count == 0 ? null : after.BranchOf(survivors[0], newOnly: line => match.ToOld(line) is null);
        foreach (var symbol in Symbols(branch.Own))
        {
            var stays = successor is not null && successor.Own.Symbols.Contains(symbol, StringComparer.Ordinal);
            yield return new ConditionalChange(symbol, file.Path, stays ? ConditionalChangeKind.Changed : ConditionalChangeKind.Removed,
                branch.Presence.ToString(), now?.ToString(), Class(branch.Presence, now), branch.Line, stays ? successor!.Line : null, branch.Construct);
        }
    }

    private static IEnumerable<ConditionalChange> Come(FileChange file, ConditionalBranch branch, List<int> survivors, CodeLines before, CodeMatch match)
    {
        var was = survivors.Count == 0 ? null : before.At(survivors[0]);
        if (was is not null && was.Equals(branch.Presence))
        {
            yield break;
        }

        var predecessor = survivors.Count == 0 ? null : before.BranchOf(survivors[0], newOnly: line => match.ToNew(line) is null);
        foreach (var symbol in Symbols(branch.Own).Where(symbol => predecessor is null || !predecessor.Own.Symbols.Contains(symbol, StringComparer.Ordinal)))
        {
            yield return new ConditionalChange(symbol, file.Path, ConditionalChangeKind.Added,
                was?.ToString(), branch.Presence.ToString(), Class(was, branch.Presence), null, branch.Line, branch.Construct);
        }
    }

    /// <summary>
    /// True when the directive line has no counterpart and guards code. An #else whose opening directive went or came
    /// with it is told by that one.
    /// </summary>
    private static bool IsOwnChange(ConditionalBranch branch, CodeLines side, Func<int, int?> other)
    {
        var opening = branch.Construct == ConditionalConstruct.Else ? side.Branches.LastOrDefault(earlier => earlier.EndLine == branch.Line - 1) : null;
        return other(branch.Line) is null && Guarded(side, branch).Any() && (opening is null || other(opening.Line) is not null || !Guarded(side, opening).Any());
    }

    private static IEnumerable<int> Guarded(CodeLines side, ConditionalBranch branch) => side.Code(branch.LastLine + 1, branch.EndLine);

    private static IEnumerable<string> Symbols(Condition condition) =>
        condition.Symbols.Where(symbol => symbol.StartsWith("CONFIG_", StringComparison.Ordinal));

    private static EditClass Class(Condition? before, Condition? after) => (before, after) switch
    {
        (null, _) or (_, null) => EditClass.WithMapping,
        var (b, a) when b.Implies(a) => EditClass.Generalization,
        var (b, a) when a.Implies(b) => EditClass.Specialization,
        _ => EditClass.Reconfiguration,
    };
}
