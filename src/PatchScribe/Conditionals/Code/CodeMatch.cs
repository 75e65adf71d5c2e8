namespace PatchScribe.Conditionals.Code;

/// <summary>
/// Which code line of the old version is which of the new one: what the hunks leave alone, then removed and added lines of
/// the same words in one place (re-indented code), then runs of them elsewhere (moved code). A line that stands alone
/// elsewhere is known again when there is no other like it near; where a diff kept one of several like lines, the one under the same condition counts.
/// </summary>
internal sealed class CodeMatch
{
    /// <summary>A text with more places than this says nothing about where it moved.</summary>
    public const int MaxPlaces = 32;

    /// <summary>Lines of context that git-diff(1) shows.</summary>
    private const int ShownAround = 3;

    /// <summary>Lines that stay between two places which are near each other.</summary>
    private const int NearPlaces = 8;

    private readonly CodeChange change;
    private readonly Dictionary<int, int> forward = [];
    private readonly Dictionary<int, int> backward = [];
    private readonly HashSet<int> moved = [];
    private readonly HashSet<int> goneOld = [];
    private readonly HashSet<int> goneNew = [];

    public CodeMatch(CodeLines before, CodeLines after, CodeChange change)
    {
        this.change = change;
        var removed = Lines(change.Map.Removed, before);
        var added = Lines(change.Map.Added, after);
        MatchInPlace(removed, added);
        MatchRuns(removed.FindAll(line => !forward.ContainsKey(line.Number)), added.FindAll(line => !backward.ContainsKey(line.Number)));
        PreferSameCondition(before, after, removed, added);
    }

    /// <summary>A changed line; <see cref="Place"/> counts the lines before it that stay, so that a removed and an added line between the same ones share it.</summary>
    private readonly record struct Line(int Number, int Place, string Text);

    public int? ToNew(int oldLine) => forward.TryGetValue(oldLine, out var line) ? line : goneOld.Contains(oldLine) ? null : change.Map.ToNew(oldLine);

    public int? ToOld(int newLine) => backward.TryGetValue(newLine, out var line) ? line : goneNew.Contains(newLine) ? null : change.Map.ToOld(newLine);

    /// <summary>True when the line, given by its old number, stands between other lines now.</summary>
    public bool IsMoved(int oldLine) => moved.Contains(oldLine);

    private static List<Line> Lines(IReadOnlySet<int> changed, CodeLines lines) =>
        [.. changed.Order().Select((number, index) => (number, Place: number - index)).Where(line => lines.IsTelling(line.number)).Select(line => new Line(line.number, line.Place, lines.At(line.number)!))];

    private void MatchInPlace(List<Line> removed, List<Line> added)
    {
        var places = added.GroupBy(line => (line.Place, line.Text)).ToDictionary(group => group.Key, group => group.Select(line => line.Number).ToList());
        var last = 0;
        foreach (var line in removed)
        {
            if (places.TryGetValue((line.Place, line.Text), out var open) && open.Count > 0)
            {
                // The next one behind the line matched last keeps runs together.
                var index = Math.Max(0, open.FindIndex(place => place > last));
                last = open[index];
                open.RemoveAt(index);
                Match(line.Number, last);
            }
        }
    }

    /// <summary>Longest runs first, so that lines that are everywhere go with their neighbours.</summary>
    private void MatchRuns(List<Line> removed, List<Line> added)
    {
        var others = removed.ToLookup(line => line.Text, StringComparer.Ordinal);
        var places = Enumerable.Range(0, added.Count).GroupBy(index => added[index].Text, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var (old, now, length) in Runs(removed, others, places).OrderByDescending(run => run.Length).ThenBy(run => run.Old + run.Now))
        {
            var open = Enumerable.Range(0, length).Select(i => (Old: removed[old + i], Now: added[now + i]))
                .Where(pair => !forward.ContainsKey(pair.Old.Number) && !backward.ContainsKey(pair.Now.Number)).ToList();
            if (open.Count > 1 || (open is [var (one, other)] && IsOnly(one, other, [.. others[one.Text]], places[one.Text].ConvertAll(index => added[index]))))
            {
                foreach (var pair in open)
                {
                    Match(pair.Old.Number, pair.Now.Number);
                    moved.Add(pair.Old.Number);
                }
            }
        }
    }

    /// <summary>True when no other line has these words, or none that is near.</summary>
    private static bool IsOnly(Line old, Line now, List<Line> likeOld, List<Line> likeNow)
    {
        bool IsNear(Line line) => Math.Abs(line.Place - old.Place) <= NearPlaces;
        return (likeOld.Count == 1 && likeNow.Count == 1) || (IsNear(now) && likeOld.Count(IsNear) == 1 && likeNow.Count(IsNear) == 1);
    }

    private static IEnumerable<(int Old, int Now, int Length)> Runs(List<Line> removed, ILookup<string, Line> others, Dictionary<string, List<int>> places)
    {
        var ending = new Dictionary<int, int>();
        for (var i = 0; i <= removed.Count; i++)
        {
            var longer = new Dictionary<int, int>();
            if (i < removed.Count && places.TryGetValue(removed[i].Text, out var here) && here.Count <= MaxPlaces && others[removed[i].Text].Take(MaxPlaces + 1).Count() <= MaxPlaces)
            {
                foreach (var j in here)
                {
                    longer[j] = ending.GetValueOrDefault(j - 1) + 1;
                }
            }

            foreach (var (j, length) in ending.Where(run => !longer.ContainsKey(run.Key + 1)))
            {
                yield return (i - length, j - length + 1, length);
            }

            ending = longer;
        }
    }

    /// <summary>A diff may keep a line that another one of the same words has more right to: the one of the function under the same condition.</summary>
    private void PreferSameCondition(CodeLines before, CodeLines after, List<Line> removed, List<Line> added)
    {
        var kept = Around(change.Map.Removed).Select(old => (Old: old, Now: change.Map.ToNew(old) ?? 0)).Concat(Around(change.Map.Added).Select(now => (Old: change.Map.ToOld(now) ?? 0, Now: now)))
            .Where(pair => pair.Old > 0 && pair.Now > 0 && IsElsewhere(pair) && before.IsTelling(pair.Old) && after.IsTelling(pair.Now)).Distinct().OrderBy(pair => pair.Old);
        var elsewhere = kept.Concat(forward.Where(pair => !moved.Contains(pair.Key)).Select(pair => (Old: pair.Key, Now: pair.Value)).Where(IsElsewhere)).ToList();
        if (elsewhere.Count == 0)
        {
            return;
        }

        var spareOld = removed.Where(line => !forward.ContainsKey(line.Number)).ToLookup(line => line.Text, line => line.Number, StringComparer.Ordinal);
        var spareNew = added.Where(line => !backward.ContainsKey(line.Number)).ToLookup(line => line.Text, line => line.Number, StringComparer.Ordinal);
        foreach (var (old, now) in elsewhere)
        {
            var (was, has) = (change.Before.At(old), change.After.At(now));
            if (spareNew[before.At(old)!].Take(MaxPlaces).FirstOrDefault(line => !backward.ContainsKey(line) && change.After.At(line).Equals(was) && change.After.FunctionAt(line) == change.After.FunctionAt(now)) is > 0 and var better)
            {
                backward.Remove(now);
                goneNew.Add(now);
                Match(old, better);
            }
            else if (spareOld[after.At(now)!].Take(MaxPlaces).FirstOrDefault(line => !forward.ContainsKey(line) && change.Before.At(line).Equals(has) && change.Before.FunctionAt(line) == change.Before.FunctionAt(old)) is > 0 and var other)
            {
                forward.Remove(old);
                goneOld.Add(old);
                Match(other, now);
            }
        }
    }

    private bool IsElsewhere((int Old, int Now) pair) => !change.Before.At(pair.Old).Equals(change.After.At(pair.Now));

    /// <summary>Lines so near to a changed one that a diff shows them with it.</summary>
    private static IEnumerable<int> Around(IReadOnlySet<int> changed) => changed.SelectMany(line => Enumerable.Range(line - ShownAround, (2 * ShownAround) + 1)).Distinct();

    private void Match(int old, int now)
    {
        forward[old] = now;
        backward[now] = old;
    }
}
