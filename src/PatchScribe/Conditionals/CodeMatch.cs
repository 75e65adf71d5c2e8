using PatchScribe.Diffs;

namespace PatchScribe.Conditionals;

/// <summary>
/// Which code line of the old version is which of the new one: what the hunks leave alone, then removed and added lines
/// of the same words, in order (moved or re-indented code).
/// </summary>
internal sealed class CodeMatch
{
    /// <summary>A line shorter than this ("}", "else") says too little to be known again elsewhere.</summary>
    private const int MinMovedLength = 6;

    private readonly LineMap map;
    private readonly Dictionary<int, int> forward = [];
    private readonly Dictionary<int, int> backward = [];

    public CodeMatch(CodeLines before, CodeLines after, LineMap map)
    {
        this.map = map;
        var added = map.Added.Where(after.All.ContainsKey).Order()
            .GroupBy(line => after.All[line], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<int>(group), StringComparer.Ordinal);
        foreach (var line in map.Removed.Where(before.All.ContainsKey).Order())
        {
            var text = before.All[line];
            if (text.Length >= MinMovedLength && added.TryGetValue(text, out var places) && places.TryDequeue(out var place))
            {
                forward[line] = place;
                backward[place] = line;
            }
        }
    }

    public int? ToNew(int oldLine) => forward.TryGetValue(oldLine, out var line) ? line : map.ToNew(oldLine);

    public int? ToOld(int newLine) => backward.TryGetValue(newLine, out var line) ? line : map.ToOld(newLine);
}
