using PatchScribe.Review.Places;

namespace PatchScribe.Review.Remarks;

/// <summary>Which remark stands under which: found by the line that a remark quotes last, without comparing texts.</summary>
internal sealed class Conversation
{
    private readonly Dictionary<string, List<Remark>> byMessage = new(StringComparer.Ordinal);
    private readonly Dictionary<(string MessageId, int FirstLine), List<Remark>> answers = [];

    public Conversation(IReadOnlyList<Remark> remarks)
    {
        Remarks = remarks;
        foreach (var remark in remarks)
        {
            if (!byMessage.TryGetValue(remark.MessageId, out var own))
            {
                byMessage.Add(remark.MessageId, own = []);
            }

            own.Add(remark);
        }

        foreach (var remark in remarks)
        {
            if (Answered(remark) is { } asked)
            {
                var key = (asked.MessageId, asked.FirstLine);
                if (!answers.TryGetValue(key, out var list))
                {
                    answers.Add(key, list = []);
                }

                list.Add(remark);
            }
        }
    }

    /// <summary>All remarks, in order of mail and line.</summary>
    public IReadOnlyList<Remark> Remarks { get; }

    /// <summary>The remarks of one mail, in order of line.</summary>
    public IReadOnlyList<Remark> Of(string messageId) => byMessage.TryGetValue(messageId, out var own) ? own : [];

    /// <summary>The next remark of the same mail, or null.</summary>
    public Remark? Next(Remark remark)
    {
        var own = Of(remark.MessageId);
        var (low, high) = (0, own.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = own[middle].FirstLine <= remark.FirstLine ? (middle + 1, high) : (low, middle);
        }

        return low < own.Count ? own[low] : null;
    }

    /// <summary>The remark that this one stands under, or null.</summary>
    public Remark? Answered(Remark remark) => remark.Under is { } under ? At(under) : null;

    /// <summary>Remarks that stand under one of these lines of a remark, in order; under its last line also those that stand under a line broken from it.</summary>
    public IEnumerable<Remark> Under(Remark remark, int firstLine, int lastLine) =>
        (answers.TryGetValue((remark.MessageId, remark.FirstLine), out var list) ? list : [])
        .Where(answer => answer.MessageId != remark.MessageId && answer.Under is { } under && under.Line >= firstLine && (under.Line <= lastLine || lastLine == remark.LastLine));

    /// <summary>Each remark with the place that the talk hangs under, however many answers above.</summary>
    public static IReadOnlyList<Remark> WithTopics(IReadOnlyList<Remark> remarks)
    {
        var conversation = new Conversation(remarks);
        var topics = new Dictionary<(string, int), ReviewPlace>(remarks.Count);
        var result = new List<Remark>(remarks.Count);
        foreach (var remark in remarks)
        {
            // A mail answers an older one, so the topic above is known already; where dates are wrong the remark's own place has to do.
            var topic = conversation.Answered(remark) is { } above && topics.TryGetValue((above.MessageId, above.FirstLine), out var known) ? known : remark.Place;
            topics[(remark.MessageId, remark.FirstLine)] = topic;
            result.Add(remark with { Topic = topic });
        }

        return result;
    }

    private Remark? At(SourceLine line)
    {
        if (!byMessage.TryGetValue(line.MessageId, out var own))
        {
            return null;
        }

        var (low, high) = (0, own.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (own[middle].LastLine < line.Line)
            {
                low = middle + 1;
            }
            else if (own[middle].FirstLine > line.Line)
            {
                high = middle - 1;
            }
            else
            {
                return own[middle];
            }
        }

        return null;
    }
}
