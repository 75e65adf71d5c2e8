namespace PatchScribe.Threads.Grouping;

/// <summary>Threads in groups that series tie together (union-find).</summary>
internal sealed class ThreadGroups
{
    private readonly int[] groups;

    public ThreadGroups(int threads, IEnumerable<IReadOnlyList<int>> tied)
    {
        groups = [.. Enumerable.Range(0, threads)];
        foreach (var together in tied)
        {
            foreach (var other in together)
            {
                Union(together[0], other);
            }
        }
    }

    /// <summary>The first thread of the group that a thread is in.</summary>
    public int GroupOf(int thread)
    {
        while (groups[thread] != thread)
        {
            thread = groups[thread] = groups[groups[thread]];
        }

        return thread;
    }

    private void Union(int a, int b)
    {
        var (left, right) = (GroupOf(a), GroupOf(b));
        groups[Math.Max(left, right)] = Math.Min(left, right);
    }
}
