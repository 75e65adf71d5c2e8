using System.Runtime.ExceptionServices;
using PatchScribe.Diagnostics;

namespace PatchScribe.Mail;

/// <summary>
/// Runs work on a sequence on all cores and gives the results in the order of the sequence. The sequence is read ahead
/// by a bounded number of bytes, by the caller's own thread, so nothing is left running when the caller stops early. When reading
/// fails with an <see cref="InputException"/>, what was read before comes first.
/// </summary>
internal static class OrderedParallel
{
    private const int BatchBytes = 1 << 17;
    private const int BatchItems = 128;
    private const long AheadBytes = 1 << 22;

    /// <summary>The results in order; <paramref name="size"/> is what an item weighs in memory.</summary>
    public static IEnumerable<TResult> Select<T, TResult>(IEnumerable<T> items, Func<T, TResult> work, Func<T, long> size)
    {
        using var source = items.GetEnumerator();
        var running = new Queue<(Task<TResult[]> Results, long Bytes)>();
        var ahead = 0L;
        var more = true;
        ExceptionDispatchInfo? failure = null;
        while (more || running.Count > 0)
        {
            while (more && (ahead < AheadBytes || running.Count == 0))
            {
                var (batch, bytes) = Take(source, size, out failure);
                more = batch.Count > 0 && failure is null;
                if (batch.Count > 0)
                {
                    running.Enqueue((Task.Run(() => batch.ConvertAll(new Converter<T, TResult>(work)).ToArray()), bytes));
                    ahead += bytes;
                }
            }

            if (running.TryDequeue(out var next))
            {
                ahead -= next.Bytes;
                foreach (var result in next.Results.GetAwaiter().GetResult())
                {
                    yield return result;
                }
            }
        }

        failure?.Throw();
    }

    private static (List<T> Items, long Bytes) Take<T>(IEnumerator<T> source, Func<T, long> size, out ExceptionDispatchInfo? failure)
    {
        var items = new List<T>();
        var bytes = 0L;
        failure = null;
        try
        {
            while (bytes < BatchBytes && items.Count < BatchItems && source.MoveNext())
            {
                items.Add(source.Current);
                bytes += size(source.Current);
            }
        }
        catch (InputException e)
        {
            failure = ExceptionDispatchInfo.Capture(e);
        }

        return (items, bytes);
    }
}
