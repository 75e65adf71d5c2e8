namespace PatchScribe.UserMessages;

/// <summary>
/// The places of messages that have no partner yet: behind which paired message of their function they stand. It does not depend on how a diff
/// cuts the change into hunks.
/// </summary>
internal sealed class MessageGaps
{
    private readonly Dictionary<UserMessage, (string? Function, int Behind)> places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string? Function, int Behind), int> oldCounts = [];
    private readonly Dictionary<(string? Function, int Behind), int> newCounts = [];

    /// <summary>Places the open messages of both versions among the pairs made so far.</summary>
    public MessageGaps(IReadOnlyList<FileMessages> files, IReadOnlyList<(UserMessage? Before, UserMessage? After, int File)> pairs, IEnumerable<UserMessage> open)
    {
        var pairOf = new Dictionary<UserMessage, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < pairs.Count; i++)
        {
            pairOf[pairs[i].Before!] = pairOf[pairs[i].After!] = i + 1;
        }

        var wanted = open.ToHashSet<UserMessage>(ReferenceEqualityComparer.Instance);
        for (var file = 0; file < files.Count; file++)
        {
            Place(files[file].Before, file, pairOf, wanted, oldCounts);
            Place(files[file].After, file, pairOf, wanted, newCounts);
        }
    }

    /// <summary>True when both stand behind the same pair.</summary>
    public bool Same(UserMessage old, UserMessage now) => places[old] == places[now];

    /// <summary>True when there is no other open message beside them.</summary>
    public bool IsAlone(UserMessage old, UserMessage now) => oldCounts[places[old]] == 1 && newCounts[places[now]] == 1;

    private void Place(IReadOnlyList<UserMessage> messages, int file, Dictionary<UserMessage, int> pairOf, HashSet<UserMessage> wanted, Dictionary<(string? Function, int Behind), int> counts)
    {
        var (function, behind) = ((string?)null, -file);
        foreach (var message in messages)
        {
            (function, behind) = message.Function == function ? (function, behind) : (message.Function, -file);
            if (pairOf.TryGetValue(message, out var pair))
            {
                behind = pair;
            }
            else if (wanted.Contains(message))
            {
                places[message] = (function, behind);
                counts[(function, behind)] = counts.GetValueOrDefault((function, behind)) + 1;
            }
        }
    }
}
