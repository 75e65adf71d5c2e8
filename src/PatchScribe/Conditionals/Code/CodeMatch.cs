using PatchScribe.Diffs;

namespace PatchScribe.Conditionals.Code;

/// <summary>
/// Which code line of the old version is which of the new one: what the hunks leave alone, then removed and added lines
/// of the same words, runs first (moved or re-indented code).
/// </summary>
internal sealed class CodeMatch
{
    private readonly LineMap map;
    private readonly Dictionary<int, int> forward = [];
    private readonly Dictionary<int, int> backward = [];

    public CodeMatch(CodeLines before, CodeLines after, LineMap map)
    {
        this.map = map;
        var added = map.Added.Where(after.IsTelling).Order()
            .GroupBy(line => after.At(line)!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var last = 0;
        foreach (var line in map.Removed.Where(before.IsTelling).Order())
        {
            if (!added.TryGetValue(before.At(line)!, out var places) || places.Count == 0)
            {
                continue;
            }

            // The next place behind the line matched last keeps runs together.
            var index = Math.Max(0, places.FindIndex(place => place > last));
            last = places[index];
            places.RemoveAt(index);
            forward[line] = last;
            backward[last] = line;
        }
    }

    public int? ToNew(int oldLine) => forward.TryGetValue(oldLine, out var line) ? line : map.ToNew(oldLine);

    public int? ToOld(int newLine) => backward.TryGetValue(newLine, out var line) ? line : map.ToOld(newLine);
}
