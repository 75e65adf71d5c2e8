using System.Text.RegularExpressions;

namespace PatchScribe.UserMessages;

/// <summary>
/// Which message before is which message after; the unpaired ones stand alone. Calls on lines that the change leaves
/// alone are themselves; then equal texts pair, the nearer place first; then similar texts.
/// </summary>
internal sealed partial class MessagePairing
{
    /// <summary>Similarity asked of texts of one function, of two texts that alone stand in each other's place, and of texts elsewhere in the file.</summary>
    private const double MinInFunction = 0.5;
    private const double MinInPlace = 0.3;
    private const double MinInFile = 0.75;

    /// <summary>More comparisons than this in one file are not made; its texts then pair inside functions alone.</summary>
    private const int MaxComparisons = 100_000;

    /// <summary>Texts shorter than this say too little to be known again under another call elsewhere.</summary>
    private const int MinDistinctive = 12;

    private sealed record Entry(UserMessage Message, int File);

    private readonly IReadOnlyList<FileMessages> files;
    private readonly List<Entry> before = [];
    private readonly List<Entry> after = [];
    private readonly List<(UserMessage? Before, UserMessage? After, int File)> pairs = [];

    public MessagePairing(IReadOnlyList<FileMessages> files)
    {
        this.files = files;
        for (var i = 0; i < files.Count; i++)
        {
            before.AddRange(files[i].Before.Select(message => new Entry(message, i)));
            after.AddRange(files[i].After.Select(message => new Entry(message, i)));
        }

        // A diff may take a line of one function for the same line of another, so the function comes first.
        PairInPlace(sameFunction: true);
        PairEqual(one => (one.File, one.Message.Function, one.Message.Call, one.Message.Format, one.Message.Condition?.ToString()));
        PairEqual(one => (one.File, one.Message.Function, one.Message.Call, one.Message.Format));
        PairInPlace(sameFunction: false);
        PairEqual(one => (one.File, one.Message.Function, one.Message.Format));
        PairEqual(one => (one.File, one.Message.Call, one.Message.Format));
        PairEqual(one => (one.Message.Function, one.Message.Call, one.Message.Format));
        PairEqual(one => (one.Message.Call, one.Message.Format));
        PairEqual(one => one.Message.Format.Length >= MinDistinctive ? one.Message.Format : (object)one);
        PairSimilar();
        pairs.AddRange(before.Select(one => ((UserMessage?)one.Message, default(UserMessage), one.File)));
        pairs.AddRange(after.Select(one => (default(UserMessage), (UserMessage?)one.Message, one.File)));
    }

    /// <summary>All pairs, with the index of the file that the message is in after (before, when it is gone).</summary>
    public IReadOnlyList<(UserMessage? Before, UserMessage? After, int File)> Pairs => pairs;

    /// <summary>How alike two texts are, 0 to 1.</summary>
    internal static double Similarity(string a, string b) => WordSimilarity.Of(a, b);

    /// <summary>Calls on lines that stay, with the same text.</summary>
    private void PairInPlace(bool sameFunction)
    {
        if (before.Count == 0 || after.Count == 0)
        {
            return;
        }

        var places = after.ToLookup(one => (one.File, one.Message.Line));
        var paired = new HashSet<Entry>(ReferenceEqualityComparer.Instance);
        foreach (var old in before)
        {
            if (files[old.File].Change.Map.ToNew(old.Message.Line) is { } line
                && places[(old.File, line)].FirstOrDefault(now => !paired.Contains(now) && now.Message.Call == old.Message.Call && now.Message.Format == old.Message.Format
                    && (!sameFunction || now.Message.Function == old.Message.Function)) is { } same)
            {
                Take(old, same, paired);
            }
        }

        Remove(paired);
    }

    private void PairEqual<TKey>(Func<Entry, TKey> key)
        where TKey : notnull
    {
        if (before.Count == 0 || after.Count == 0)
        {
            return;
        }

        var open = after.GroupBy(key).ToDictionary(group => group.Key, group => new Queue<Entry>(group));
        var paired = new HashSet<Entry>(ReferenceEqualityComparer.Instance);
        foreach (var one in before)
        {
            if (open.TryGetValue(key(one), out var candidates) && candidates.TryDequeue(out var match))
            {
                Take(one, match, paired);
            }
        }

        Remove(paired);
    }

    private void Take(Entry old, Entry now, HashSet<Entry> paired)
    {
        pairs.Add((old.Message, now.Message, now.File));
        paired.Add(old);
        paired.Add(now);
    }

    private void Remove(HashSet<Entry> paired)
    {
        before.RemoveAll(paired.Contains);
        after.RemoveAll(paired.Contains);
    }

    /// <summary>Best first, so that the order of the calls does not decide.</summary>
    private void PairSimilar()
    {
        if (before.Count == 0 || after.Count == 0)
        {
            return;
        }

        var gaps = new MessageGaps(files, pairs, before.Concat(after).Select(one => one.Message));
        var paired = new HashSet<Entry>(ReferenceEqualityComparer.Instance);
        var afterOf = after.ToLookup(one => one.File);
        foreach (var group in before.GroupBy(one => one.File))
        {
            var others = afterOf[group.Key].ToList();
            var everywhere = (long)group.Count() * others.Count <= MaxComparisons;
            var candidates = group.SelectMany(old => others.Where(now => everywhere || now.Message.Function == old.Message.Function), (old, now) => (Old: old, Now: now, Score: Score(old.Message, now.Message, gaps)))
                .Where(candidate => candidate.Score > 0)
                .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Old.Message.Line).ThenBy(candidate => candidate.Now.Message.Line);
            foreach (var (old, now, _) in candidates)
            {
                if (!paired.Contains(old) && !paired.Contains(now))
                {
                    Take(old, now, paired);
                }
            }
        }

        Remove(paired);
    }

    /// <summary>Similarity with something on top for the nearer place; 0 when it is not enough for the place.</summary>
    private static double Score(UserMessage old, UserMessage now, MessageGaps gaps)
    {
        if ((old.Severity == "hint") != (now.Severity == "hint"))
        {
            return 0;
        }

        var similarity = WordSimilarity.Of(old.Format, now.Format);
        var inFunction = old.Function == now.Function;
        var inPlace = inFunction && gaps.Same(old, now);
        var needed = inPlace && gaps.IsAlone(old, now) ? MinInPlace : inFunction ? MinInFunction : MinInFile;
        return similarity < needed || (inFunction && !inPlace && IsOtherCall(old.Format, now.Format)) ? 0 : similarity + (inPlace ? 0.2 : 0) + (inFunction ? 0.1 : 0);
    }

    /// <summary>Both texts say which call failed, and no such call is in both: messages of other causes, however alike their other words are.</summary>
    internal static bool IsOtherCall(string old, string now) =>
        CallsIn(old).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } left && CallsIn(now).ToList() is { Count: > 0 } right && !right.Exists(left.Contains);

    private static IEnumerable<string> CallsIn(string text) =>
        CallInText().Matches(text).Where(match => text[match.Index + match.Length] == '(' || match.Value.Contains('_', StringComparison.Ordinal)).Select(match => match.Value);

    [GeneratedRegex(@"\b\w+(?=\(\)| failed\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex CallInText();
}
