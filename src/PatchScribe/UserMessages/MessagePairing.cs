namespace PatchScribe.UserMessages;

/// <summary>Which message before is which message after; the unpaired ones stand alone.</summary>
internal sealed class MessagePairing
{
    private readonly List<UserMessage> before;
    private readonly List<UserMessage> after;
    private readonly List<(UserMessage? Before, UserMessage? After)> pairs = [];

    public MessagePairing(IEnumerable<UserMessage> before, IEnumerable<UserMessage> after)
    {
        this.before = [.. before];
        this.after = [.. after];
        PairEqual(message => (message.Path, message.Function, message.Call, message.Format, message.Condition?.ToString()));
        PairEqual(message => (message.Path, message.Function, message.Call, message.Format));
        PairEqual(message => (message.Path, message.Function, message.Format));
        PairEqual(message => (message.Call, message.Format));
        PairSimilar();
        pairs.AddRange(this.before.Select(message => ((UserMessage?)message, default(UserMessage))));
        pairs.AddRange(this.after.Select(message => (default(UserMessage), (UserMessage?)message)));
    }

    public IReadOnlyList<(UserMessage? Before, UserMessage? After)> Pairs => pairs;

    private void PairEqual<TKey>(Func<UserMessage, TKey> key)
        where TKey : notnull
    {
        var open = after.GroupBy(key).ToDictionary(group => group.Key, group => new Queue<UserMessage>(group));
        var paired = new HashSet<UserMessage>(ReferenceEqualityComparer.Instance);
        foreach (var message in before)
        {
            if (open.TryGetValue(key(message), out var candidates) && candidates.TryDequeue(out var match))
            {
                pairs.Add((message, match));
                paired.Add(message);
                paired.Add(match);
            }
        }

        before.RemoveAll(paired.Contains);
        after.RemoveAll(paired.Contains);
    }

    /// <summary>Best first, so that the order of the calls does not decide.</summary>
    private void PairSimilar()
    {
        var candidates = before.SelectMany(old => after.Where(now => now.Path == old.Path && now.Function == old.Function),
                (old, now) => (old, now, score: Similarity(old.Format, now.Format)))
            .Where(candidate => candidate.score >= UserMessageComparer.MinSimilarity)
            .OrderByDescending(candidate => candidate.score).ThenBy(candidate => candidate.old.Line).ThenBy(candidate => candidate.now.Line).ToList();
        foreach (var (old, now, _) in candidates)
        {
            if (before.Contains(old) && after.Contains(now))
            {
                before.Remove(old);
                after.Remove(now);
                pairs.Add((old, now));
            }
        }
    }

    /// <summary>Twice the common words over all words (Dice), 0 to 1.</summary>
    internal static double Similarity(string a, string b)
    {
        var (left, right) = (Words(a), Words(b));
        var common = left.GroupBy(word => word, StringComparer.Ordinal).Sum(group => Math.Min(group.Count(), right.Count(word => word == group.Key)));
        return left.Length + right.Length == 0 ? 0 : 2.0 * common / (left.Length + right.Length);
    }

    private static string[] Words(string text) =>
        text.ToLowerInvariant().Split([' ', ',', '.', ':', ';', '\'', '"', '(', ')', '\\', '/', '='], StringSplitOptions.RemoveEmptyEntries);
}
