using System.Runtime.InteropServices;
using PatchScribe.Mail;

namespace PatchScribe.Threads;

/// <summary>
/// Ties messages into threads by References and In-Reply-To (RFC 5322 section 3.6.4). Unseen parents become ghosts, loops
/// are cut above their oldest message, subjects play no part. The result does not depend on the order of
/// arrival, and every message is in it once. Linear, without recursion.
/// </summary>
public sealed class ThreadBuilder
{
    private readonly IReadOnlyList<MailMessage> messages;

    // Messages have the first numbers, ghosts those behind; -1: no parent.
    private readonly Dictionary<string, int> numbers;
    private readonly List<string> ids;
    private readonly List<int> parents;
    private readonly Dictionary<(int Child, int Parent), int> votes = [];

    private ThreadBuilder(IReadOnlyList<MailMessage> messages)
    {
        this.messages = messages;
        numbers = new Dictionary<string, int>(messages.Count, StringComparer.Ordinal);
        (ids, parents) = (new List<string>(messages.Count), new List<int>(messages.Count));
        foreach (var message in messages)
        {
            numbers.Add(message.MessageId, ids.Count);
            ids.Add(message.MessageId);
            parents.Add(-1);
        }
    }

    /// <summary>Threads by date of their first message, then by id. Messages must have distinct ids.</summary>
    public static IReadOnlyList<MailThread> Build(IReadOnlyList<MailMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var builder = new ThreadBuilder(messages);
        builder.FindParents();
        builder.CutLoops();
        return builder.Threads();
    }

    /// <summary>The nearest reference is the parent; among a ghost's possible parents the one that most messages state, then the smallest id.</summary>
    private void FindParents()
    {
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            var (above, answered) = (-1, message.InReplyTo is { } id && id != message.MessageId ? id : null);
            foreach (var reference in message.References)
            {
                answered = reference == answered ? null : answered;
                above = reference == message.MessageId ? above : Below(above, reference);
            }

            parents[i] = answered is null ? above : Below(above, answered);
        }

        var most = new Dictionary<int, int>();
        foreach (var ((child, parent), count) in votes)
        {
            ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(most, child, out _);
            if (count > best || (count == best && string.CompareOrdinal(ids[parent], ids[parents[child]]) < 0))
            {
                (best, parents[child]) = (count, parent);
            }
        }
    }

    /// <summary>The number of the next id in a chain; a message states the parents of the ghosts in its chain.</summary>
    private int Below(int above, string id)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, id, out var known);
        if (!known)
        {
            number = ids.Count;
            ids.Add(id);
            parents.Add(-1);
        }

        if (above >= 0 && number >= messages.Count)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(votes, (number, above), out _)++;
        }

        return number;
    }

    private void CutLoops()
    {
        var walks = new int[ids.Count];
        for (var start = 0; start < ids.Count; start++)
        {
            var at = start;
            while (at >= 0 && walks[at] == 0)
            {
                walks[at] = start + 1;
                at = parents[at];
            }

            if (at >= 0 && walks[at] == start + 1)
            {
                // A loop through `at`: its oldest message, then the smallest id, becomes a root, whichever message led here.
                var oldest = at;
                for (var other = parents[at]; other != at; other = parents[other])
                {
                    oldest = Compare(other, oldest) < 0 ? other : oldest;
                }

                parents[oldest] = -1;
            }
        }
    }

    private List<MailThread> Threads()
    {
        var (starts, children) = Children();
        var threads = new List<(DateTimeOffset First, MailThread Thread)>();
        var open = new Stack<(int Number, int Parent, int Depth)>();
        for (var root = 0; root < ids.Count; root++)
        {
            if (parents[root] >= 0)
            {
                continue;
            }

            var nodes = new List<ThreadNode>();
            var (first, messagesSeen) = (DateTimeOffset.MaxValue, 0);
            open.Push((root, -1, 0));
            while (open.TryPop(out var next))
            {
                nodes.Add(new ThreadNode(ids[next.Number], next.Number < messages.Count ? messages[next.Number] : null, next.Parent, next.Depth));
                messagesSeen += next.Number < messages.Count ? 1 : 0;
                first = Date(next.Number) < first ? Date(next.Number) : first;
                for (var i = starts[next.Number + 1] - 1; i >= starts[next.Number]; i--)
                {
                    open.Push((children[i], nodes.Count - 1, next.Depth + 1));
                }
            }

            if (messagesSeen > 0)
            {
                threads.Add((first, new MailThread(nodes)));
            }
        }

        return [.. threads.OrderBy(pair => pair.First).ThenBy(pair => pair.Thread.Nodes[0].MessageId, StringComparer.Ordinal).Select(pair => pair.Thread)];
    }

    /// <summary>The children of number n stand from starts[n] to starts[n + 1], by date, then id.</summary>
    private (int[] Starts, int[] Children) Children()
    {
        var starts = new int[ids.Count + 1];
        foreach (var parent in parents)
        {
            starts[parent + 1] += parent >= 0 ? 1 : 0;
        }

        for (var i = 0; i < ids.Count; i++)
        {
            starts[i + 1] += starts[i];
        }

        var children = new int[starts[^1]];
        var next = starts[..^1];
        for (var i = 0; i < ids.Count; i++)
        {
            if (parents[i] >= 0)
            {
                children[next[parents[i]]++] = i;
            }
        }

        for (var i = 0; i < ids.Count; i++)
        {
            children.AsSpan(starts[i]..starts[i + 1]).Sort(Compare);
        }

        return (starts, children);
    }

    private int Compare(int a, int b) => Date(a).CompareTo(Date(b)) is var order and not 0 ? order : string.CompareOrdinal(ids[a], ids[b]);

    private DateTimeOffset Date(int number) => number < messages.Count && messages[number].Date is { } date ? date : DateTimeOffset.MaxValue;
}
