using PatchScribe.Mail;

namespace PatchScribe.Threads;

/// <summary>
/// Ties messages into threads by References and In-Reply-To (RFC 5322 section 3.6.4). Unseen parents become ghosts, loops
/// are cut above their oldest message, subjects play no part. The result does not depend on the order of
/// arrival, and every message is in it once. Linear, without recursion.
/// </summary>
public static class ThreadBuilder
{
    /// <summary>Threads by date of their first message, then by id. Messages must have distinct ids.</summary>
    public static IReadOnlyList<MailThread> Build(IReadOnlyList<MailMessage> messages)
    {
        var byId = messages.OrderBy(message => message.MessageId, StringComparer.Ordinal).ToDictionary(message => message.MessageId, StringComparer.Ordinal);
        var parents = Parents(byId);
        CutLoops(parents, byId);
        var children = parents.Where(pair => pair.Value is not null).ToLookup(pair => pair.Value!, pair => pair.Key, StringComparer.Ordinal);
        return [.. parents.Where(pair => pair.Value is null).Select(pair => Thread(pair.Key, byId, children))
            .Where(thread => thread.Nodes.Any(node => node.Message is not null))
            .OrderBy(thread => thread.Nodes.Where(node => node.Message is not null).Min(node => Date(node.Message))).ThenBy(thread => thread.Nodes[0].MessageId, StringComparer.Ordinal)];
    }

    /// <summary>The nearest reference is the parent; among a ghost's possible parents the one that most messages state, then the smallest id.</summary>
    private static Dictionary<string, string?> Parents(Dictionary<string, MailMessage> byId)
    {
        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        var votes = new Dictionary<(string Child, string Parent), int>();
        foreach (var (id, message) in byId)
        {
            List<string> chain = [.. message.References.Where(reference => reference != id)];
            if (message.InReplyTo is { } answered && answered != id && (chain.Count == 0 || !chain.Contains(answered)))
            {
                chain.Add(answered);
            }

            parents[id] = chain.Count > 0 ? chain[^1] : null;
            for (var i = 0; i < chain.Count; i++)
            {
                if (!byId.ContainsKey(chain[i]))
                {
                    parents.TryAdd(chain[i], null);
                    if (i > 0)
                    {
                        votes[(chain[i], chain[i - 1])] = votes.GetValueOrDefault((chain[i], chain[i - 1])) + 1;
                    }
                }
            }
        }

        foreach (var ((child, parent), _) in votes.OrderBy(vote => vote.Value).ThenByDescending(vote => vote.Key.Parent, StringComparer.Ordinal))
        {
            parents[child] = parent;
        }

        foreach (var parent in parents.Values.OfType<string>().Where(parent => !parents.ContainsKey(parent)).ToList())
        {
            parents[parent] = null;
        }

        return parents;
    }

    private static void CutLoops(Dictionary<string, string?> parents, Dictionary<string, MailMessage> byId)
    {
        var state = new Dictionary<string, int>(parents.Count, StringComparer.Ordinal);
        var walk = 0;
        foreach (var start in parents.Keys.Order(StringComparer.Ordinal).ToList())
        {
            walk++;
            var at = start;
            while (at is not null && state.TryAdd(at, walk))
            {
                at = parents[at];
            }

            if (at is not null && state[at] == walk)
            {
                // A loop through `at`: its oldest message, then the smallest id, becomes a root, whichever message led here.
                var oldest = at;
                for (var other = parents[at]!; other != at; other = parents[other]!)
                {
                    var order = Date(byId.GetValueOrDefault(other)).CompareTo(Date(byId.GetValueOrDefault(oldest)));
                    oldest = order < 0 || (order == 0 && string.CompareOrdinal(other, oldest) < 0) ? other : oldest;
                }

                parents[oldest] = null;
            }
        }
    }

    private static MailThread Thread(string root, Dictionary<string, MailMessage> byId, ILookup<string, string> children)
    {
        var nodes = new List<ThreadNode>();
        var open = new Stack<(string Id, int Parent, int Depth)>([(root, -1, 0)]);
        while (open.TryPop(out var next))
        {
            nodes.Add(new ThreadNode(next.Id, byId.GetValueOrDefault(next.Id), next.Parent, next.Depth));
            var index = nodes.Count - 1;
            foreach (var child in children[next.Id].OrderByDescending(id => Date(byId.GetValueOrDefault(id))).ThenByDescending(id => id, StringComparer.Ordinal))
            {
                open.Push((child, index, next.Depth + 1));
            }
        }

        return new MailThread(nodes);
    }

    private static DateTimeOffset Date(MailMessage? message) => message?.Date ?? DateTimeOffset.MaxValue;
}
