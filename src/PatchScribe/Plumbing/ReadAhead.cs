using System.Runtime.ExceptionServices;

namespace PatchScribe.Plumbing;

/// <summary>
/// Enumerates a sequence on a thread of its own, ahead of the caller by a bounded number of bytes, so that neither waits for the
/// other. An exception of the sequence comes behind the items before it. When the caller stops early, the thread ends at the next item.
/// </summary>
internal sealed class ReadAhead<T>
{
    /// <summary>Items are handed over by so many bytes at a time.</summary>
    private const long BatchBytes = 1 << 17;

    private readonly object gate = new();
    private readonly Queue<(List<T> Items, long Bytes)> batches = new();
    private readonly long limit;
    private long waiting;
    private bool ended;
    private bool stopped;
    private ExceptionDispatchInfo? failure;

    private ReadAhead(long limit) => this.limit = limit;

    /// <summary>The items in order; <paramref name="size"/> is what an item weighs in memory, <paramref name="limit"/> how much may wait.</summary>
    public static IEnumerable<T> Of(IEnumerable<T> items, Func<T, long> size, long limit)
    {
        var queue = new ReadAhead<T>(limit);
        _ = Task.Factory.StartNew(() => queue.Fill(items, size), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            while (queue.Take() is { } batch)
            {
                foreach (var item in batch)
                {
                    yield return item;
                }
            }
        }
        finally
        {
            queue.Stop();
        }

        queue.failure?.Throw();
    }

    private void Fill(IEnumerable<T> items, Func<T, long> size)
    {
        var (batch, bytes) = (new List<T>(), 0L);
        try
        {
            foreach (var item in items)
            {
                batch.Add(item);
                bytes += size(item);
                if (bytes >= BatchBytes)
                {
                    if (!Add(batch, bytes))
                    {
                        return;
                    }

                    (batch, bytes) = ([], 0);
                }
            }
        }
        catch (Exception e)
        {
            failure = ExceptionDispatchInfo.Capture(e);
        }

        Add(batch, bytes);
        lock (gate)
        {
            ended = true;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Waits until there is room; false when nobody reads any more.</summary>
    private bool Add(List<T> batch, long bytes)
    {
        lock (gate)
        {
            while (!stopped && batches.Count > 0 && waiting + bytes > limit)
            {
                Monitor.Wait(gate);
            }

            batches.Enqueue((batch, bytes));
            waiting += bytes;
            Monitor.Pulse(gate);
            return !stopped;
        }
    }

    private List<T>? Take()
    {
        lock (gate)
        {
            while (batches.Count == 0 && !ended)
            {
                Monitor.Wait(gate);
            }

            if (!batches.TryDequeue(out var next))
            {
                return null;
            }

            waiting -= next.Bytes;
            Monitor.Pulse(gate);
            return next.Items;
        }
    }

    private void Stop()
    {
        lock (gate)
        {
            stopped = true;
            Monitor.Pulse(gate);
        }
    }
}
