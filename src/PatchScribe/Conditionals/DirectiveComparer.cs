using PatchScribe.Conditionals.Code;
using PatchScribe.Diffs;

namespace PatchScribe.Conditionals;

/// <summary>
/// Compares the preprocessor branches of one C file. A branch that comes or goes is looked at by the code it governs:
/// where that code survives, the conditions before and after decide (equal by meaning: no change); where it does not,
/// code and condition came or went together. A branch that stays but reaches further or less far changes the condition
/// of the code in between.
/// </summary>
internal sealed class DirectiveComparer
{
    private readonly CodeChange change;
    private readonly CodeLines before;
    private readonly CodeLines after;
    private readonly CodeMatch match;
    private readonly BranchPairs old;
    private readonly BranchPairs now;
    private readonly List<StatedChange> changes = [];

    private DirectiveComparer(CodeChange change)
    {
        this.change = change;
        (before, after) = (new CodeLines(change.Before), new CodeLines(change.After));
        match = new CodeMatch(before, after, change);
        old = new BranchPairs(before, change.Before, change.After, match.ToNew);
        now = new BranchPairs(after, change.After, change.Before, match.ToOld);
    }

    public static IReadOnlyList<StatedChange> Compare(CodeChange change)
    {
        if (!(NamesSymbol(change.Before) || NamesSymbol(change.After)) || !(change.TouchesDirectives || MovesAcross(change)))
        {
            return [];
        }

        var comparer = new DirectiveComparer(change);
        comparer.Compare();
        return comparer.changes;
    }

    private static bool NamesSymbol(CodeVersion version) => version.Branches.Any(static branch => branch.Expression.Contains("CONFIG_", StringComparison.Ordinal));

    /// <summary>True when a line goes under one condition and comes under another one.</summary>
    private static bool MovesAcross(CodeChange change)
    {
        if (change.Map.Removed.Count == 0 || change.Map.Added.Count == 0)
        {
            return false;
        }

        var lines = change.File.Hunks.SelectMany(hunk => hunk.Lines).Where(line => line.Text.AsSpan().Trim().Length >= CodeLines.MinTelling);
        var gone = lines.Where(line => line.Kind == DiffLineKind.Removed).ToLookup(line => line.Text.Trim(), line => line.OldLine!.Value, StringComparer.Ordinal);
        return lines.Where(line => line.Kind == DiffLineKind.Added && gone.Contains(line.Text.Trim())).GroupBy(line => line.Text.Trim(), line => line.NewLine!.Value, StringComparer.Ordinal)
            .Any(come => come.Take(CodeMatch.MaxPlaces).Any(now => gone[come.Key].Take(CodeMatch.MaxPlaces).Any(old => !change.Before.At(old).Equals(change.After.At(now)))));
    }

    private void Compare()
    {
        var (gone, come) = (old.Alone(before).ToList(), now.Alone(after).ToList());
        foreach (var branch in gone)
        {
            Gone(branch);
        }

        foreach (var branch in come)
        {
            Come(branch);
        }

        foreach (var (branch, partner) in old.Kept.ToList())
        {
            Reach(branch, partner, gone, come);
        }
    }

    private void Gone(ConditionalBranch branch)
    {
        (branch, var survivors) = WithSurvivors(before, branch, change.Before, match.ToNew, change.After, pair => match.IsMoved(pair.Own) && !IsSame(branch, now.AloneAround(pair.Other)));
        var moved = survivors.Find(pair => !change.Before.At(pair.Own).Equals(change.After.At(pair.Other)));
        if (survivors.Count > 0 && moved == default)
        {
            return;
        }

        var condition = survivors.Count == 0 ? null : change.After.At(moved.Other);
        var successor = survivors.Count == 0 ? null : now.AloneAround(moved.Other);
        foreach (var symbol in Symbols(branch.Own))
        {
            var stays = successor is not null && Symbols(successor.Own).Contains(symbol, StringComparer.Ordinal);
            Add(symbol, stays ? ConditionalChangeKind.Changed : ConditionalChangeKind.Removed, condition is null ? branch.Presence : change.Before.At(moved.Own), condition, branch.Line, stays ? successor!.Line : null, branch, change.Before, before);
        }
    }

    private void Come(ConditionalBranch branch)
    {
        (branch, var survivors) = WithSurvivors(after, branch, change.After, match.ToOld, change.Before, pair => match.IsMoved(pair.Other) && !IsSame(branch, old.AloneAround(pair.Other)));
        var moved = survivors.Find(pair => !change.After.At(pair.Own).Equals(change.Before.At(pair.Other)));
        if (survivors.Count > 0 && moved == default)
        {
            return;
        }

        var condition = survivors.Count == 0 ? null : change.Before.At(moved.Other);
        var predecessor = survivors.Count == 0 ? null : old.AloneAround(moved.Other);
        foreach (var symbol in Symbols(branch.Own).Where(symbol => predecessor is null || !Symbols(predecessor.Own).Contains(symbol, StringComparer.Ordinal)))
        {
            Add(symbol, ConditionalChangeKind.Added, condition, condition is null ? branch.Presence : change.After.At(moved.Own), null, branch.Line, branch, change.After, after);
        }
    }

    /// <summary>Code that stays in its function and that a branch that stays has taken in or let out: its directive, its #endif, its #else or the code moved.</summary>
    private void Reach(ConditionalBranch branch, ConditionalBranch partner, List<ConditionalBranch> gone, List<ConditionalBranch> come)
    {
        var crossing = Crossing(before, branch, partner, match.ToNew).Concat(Crossing(after, partner, branch, match.ToOld).Select(pair => (Own: pair.Other, Other: pair.Own)))
            .Where(pair => !change.Before.At(pair.Own).Equals(change.After.At(pair.Other)))
            .Where(pair => !match.IsMoved(pair.Own) || change.Before.FunctionAt(pair.Own) == change.After.FunctionAt(pair.Other))
            .Where(pair => !gone.Exists(one => Holds(one, pair.Own)) && !come.Exists(one => Holds(one, pair.Other)))
            .Take(1).ToList();
        if (crossing is [var (own, other)])
        {
            // Code that goes from one conditional to another one changes only what one of them asks for.
            var (was, has) = (change.Before.At(own), change.After.At(other));
            foreach (var symbol in Symbols(branch.Own).Where(symbol => !match.IsMoved(own) || Symbols(was).Contains(symbol, StringComparer.Ordinal) != Symbols(has).Contains(symbol, StringComparer.Ordinal)))
            {
                Add(symbol, ConditionalChangeKind.Changed, was, has, branch.Line, partner.Line, branch, change.Before, before);
            }
        }
    }

    /// <summary>Code that the branch governs in one version and its partner does not in the other.</summary>
    private static IEnumerable<(int Own, int Other)> Crossing(CodeLines lines, ConditionalBranch branch, ConditionalBranch partner, Func<int, int?> toOther) =>
        lines.Between(branch.LastLine + 1, branch.EndLine).Select(line => (Own: line, Other: toOther(line) ?? 0)).Where(pair => pair.Other > 0 && !Holds(partner, pair.Other) && lines.IsTelling(pair.Own));

    private static bool Holds(ConditionalBranch branch, int line) => branch.LastLine < line && line <= branch.EndLine;

    private static bool IsSame(ConditionalBranch branch, ConditionalBranch? other) => other is not null && other.Own.Equals(branch.Own);

    /// <summary>A branch with the lines that survive it; where none does, its #else when that has some under another condition now.</summary>
    private static (ConditionalBranch Branch, List<(int Own, int Other)> Survivors) WithSurvivors(
        CodeLines lines, ConditionalBranch branch, CodeVersion own, Func<int, int?> toOther, CodeVersion other, Predicate<(int Own, int Other)> isElsewhere)
    {
        var survivors = Survivors(lines, branch, own, toOther, isElsewhere);
        if (survivors.Count == 0 && BranchPairs.Following(own, branch) is { Construct: ConditionalConstruct.Else } arm
            && Survivors(lines, arm, own, toOther, isElsewhere) is var rest && rest.Exists(pair => !own.At(pair.Own).Equals(other.At(pair.Other))))
        {
            return (arm, rest);
        }

        return (branch, survivors);
    }

    /// <summary>
    /// The governed lines that are in the other version too; those directly under the branch if there are any. What moved to code that has no
    /// such branch counts when half of the branch survives: a line or two that other code has as well are not it.
    /// </summary>
    private static List<(int Own, int Other)> Survivors(CodeLines lines, ConditionalBranch branch, CodeVersion own, Func<int, int?> toOther, Predicate<(int Own, int Other)> isElsewhere)
    {
        var guarded = BranchPairs.Guarded(lines, branch);
        var all = guarded.Select(line => (Own: line, Other: toOther(line) ?? 0)).Where(pair => pair.Other > 0).ToList();
        if (all.Count * 2 < guarded.Count)
        {
            all.RemoveAll(isElsewhere);
        }

        var direct = all.FindAll(pair => own.At(pair.Own).Equals(branch.Presence));
        return direct.Count > 0 ? direct : all;
    }

    private void Add(string symbol, ConditionalChangeKind kind, Condition? was, Condition? has, int? lineBefore, int? lineAfter, ConditionalBranch branch, CodeVersion version, CodeLines lines)
    {
        var body = BranchPairs.Guarded(lines, branch).Select(line => lines.At(line)!).ToList();
        var row = new ConditionalChange(symbol, change.File.Path, kind, was?.ToString(), has?.ToString(), EditClasses.Of(was, has), lineBefore, lineAfter, Construct(branch, version, lines));
        changes.Add(new StatedChange(row, branch.Own.ToString(), version.FunctionAt(branch.Line), body));
    }

    /// <summary>An #else arm of inline functions that the arm before it declares or defines is a pair of stubs.</summary>
    private static ConditionalConstruct Construct(ConditionalBranch branch, CodeVersion version, CodeLines lines)
    {
        if (branch.Construct != ConditionalConstruct.Else || BranchPairs.Opening(version, branch) is not { } opening)
        {
            return branch.Construct;
        }

        var names = Enumerable.Range(branch.LastLine + 1, Math.Max(0, branch.EndLine - branch.LastLine)).Select(version.FunctionAt).OfType<string>().Where(name => name != version.FunctionAt(branch.Line)).ToHashSet(StringComparer.Ordinal);
        return names.Count > 0 && BranchPairs.Guarded(lines, opening).Any(line => names.Any(name => lines.At(line)!.Contains(name, StringComparison.Ordinal)))
            ? ConditionalConstruct.Stub
            : branch.Construct;
    }

    private static IReadOnlyList<string> Symbols(Condition condition) => ConfigurationSymbols.In(condition);
}
