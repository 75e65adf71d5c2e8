using PatchScribe.Diffs;

namespace PatchScribe.Conditionals;

/// <summary>
/// Compares lines of C that state a condition by naming symbols outside of conditional directives: a removed and an added line that say the same otherwise are
/// one line; what is left over is removed or added.
/// </summary>
internal static class SymbolLineComparer
{
    public static IEnumerable<StatedChange> Compare(FileChange file, Func<string, SymbolLine?> read)
    {
        var lines = file.Lines.Where(line => line.Kind != DiffLineKind.Context)
            .Select(line => (Diff: line, Read: read(line.Text))).Where(pair => pair.Read is not null)
            .Select(pair => (pair.Diff, Read: pair.Read!.Value)).ToList();
        var added = lines.Where(pair => pair.Diff.Kind == DiffLineKind.Added).ToList();
        foreach (var (diff, old) in lines.Where(pair => pair.Diff.Kind == DiffLineKind.Removed))
        {
            var at = added.FindIndex(pair => pair.Read.Construct == old.Construct && pair.Read.Symbols.SequenceEqual(old.Symbols, StringComparer.Ordinal) && pair.Read.Rest == old.Rest);
            at = at >= 0 || old.Rest.Length == 0 ? at : added.FindIndex(pair => pair.Read.Construct == old.Construct && pair.Read.Rest == old.Rest);
            at = at >= 0 ? at : added.FindIndex(pair => pair.Read.Construct == old.Construct && pair.Read.Symbols.SequenceEqual(old.Symbols, StringComparer.Ordinal));
            var now = at < 0 ? default(SymbolLine?) : added[at].Read;
            var newLine = at < 0 ? null : added[at].Diff.NewLine;
            if (at >= 0)
            {
                added.RemoveAt(at);
            }

            foreach (var change in Changes(file, old, now, diff, newLine))
            {
                yield return change;
            }
        }

        foreach (var change in added.SelectMany(pair => Changes(file, null, pair.Read, pair.Diff, pair.Diff.NewLine)))
        {
            yield return change;
        }
    }

    private static IEnumerable<StatedChange> Changes(FileChange file, SymbolLine? old, SymbolLine? now, DiffLine diff, int? newLine)
    {
        var (before, after) = (old?.Condition, now?.Condition);
        var (was, has) = (old?.Symbols ?? [], now?.Symbols ?? []);
        if (old is not null && now is not null && was.SequenceEqual(has, StringComparer.Ordinal))
        {
            yield break;
        }

        foreach (var symbol in was.Union(has, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var kind = !has.Contains(symbol, StringComparer.Ordinal) ? ConditionalChangeKind.Removed
                : !was.Contains(symbol, StringComparer.Ordinal) ? ConditionalChangeKind.Added : ConditionalChangeKind.Changed;
            var shown = (now ?? old)!.Value;
            var row = new ConditionalChange(symbol, file.Path, kind, before?.ToString(), after?.ToString(), EditClasses.Of(before, after), diff.OldLine, newLine, shown.Construct);
            yield return new StatedChange(row, shown.Condition?.ToString() ?? "", null, shown.Construct == ConditionalConstruct.Include ? [] : [diff.Text.Trim()]);
        }
    }
}
