using System.Collections.Concurrent;
using PatchScribe.Conditionals.Code;
using PatchScribe.Diagnostics;
using PatchScribe.Git;

namespace PatchScribe.Analysis.Scanning;

/// <summary>
/// Walks a history, oldest first, merges left out, and gives the commits that change a condition, a message or an
/// interface, in order. Git's diffs are sifted as bytes; whole versions are read only of files whose changed lines ask for
/// it. Results wait for those before them, so many batches at the most are held.
/// </summary>
public sealed class HistoryScanner : IDisposable
{
    /// <summary>Characters of file versions that are kept for the next change of the file.</summary>
    private const int MaxKept = 16 * 1024 * 1024;

    /// <summary>Batches for each worker at the least, so that all end at about the same time.</summary>
    private const int BatchesEach = 16;

    private readonly string directory;
    private readonly ScanOptions options;
    private readonly IReadOnlyList<string> commits;
    private readonly int batchSize;
    private readonly ConcurrentDictionary<int, BatchResult> done = [];
    private readonly SegmentCache cache = new(MaxKept);
    private readonly SemaphoreSlim window;
    private readonly List<Diagnostic> diagnostics = [];
    private int nextBatch;
    private volatile bool stopped;

    private HistoryScanner(string directory, ScanOptions options)
    {
        (this.directory, this.options) = (directory, options);
        window = new SemaphoreSlim(options.MaxWaiting);
        commits = CommitList.Read(directory, options.Range);
        batchSize = options.BatchSize ?? Math.Clamp(commits.Count / (BatchesEach * options.Workers), 25, 200);
    }

    /// <summary>Commits of the history.</summary>
    public int Count => commits.Count;

    /// <summary>Commits that were left out so far, each with a diagnostic.</summary>
    public int Skipped { get; private set; }

    /// <summary>What could not be looked at so far.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>Lists the commits; a directory that is no repository or a range that is none is the user's mistake.</summary>
    public static HistoryScanner Open(string directory, ScanOptions options)
    {
        using var repository = GitRepository.Open(directory);
        return new HistoryScanner(directory, options);
    }

    /// <summary>Scans; <paramref name="progress"/> is told how many commits were looked at.</summary>
    public IEnumerable<ChangeAnalysis> Scan(Action<int>? progress = null)
    {
        // Two workers share a git: it unpacks a file that both ask for once, and waits for a worker more often than a worker for it.
        var readers = Enumerable.Range(0, (options.Workers + 1) / 2).Select(_ => new ObjectReader(directory)).ToList();
        var workers = Enumerable.Range(0, options.Workers).Select(number => Task.Factory.StartNew(() => Work(readers[number / 2]), TaskCreationOptions.LongRunning)).ToList();
        try
        {
            for (var batch = 0; batch * batchSize < commits.Count; batch++)
            {
                var result = Await(batch, workers);
                foreach (var analysis in result.Analyses)
                {
                    yield return analysis;
                }

                Skipped += result.Skipped;
                diagnostics.AddRange(result.Diagnostics);
                progress?.Invoke(Math.Min(commits.Count, (batch + 1) * batchSize));
                window.Release();
            }
        }
        finally
        {
            stopped = true;
            window.Release(options.Workers);
            Task.WaitAll([.. workers.Select(worker => worker.ContinueWith(static _ => { }, TaskScheduler.Default))]);
            readers.ForEach(reader => reader.Dispose());
        }
    }

    /// <inheritdoc/>
    public void Dispose() => window.Dispose();

    private BatchResult Await(int batch, List<Task> workers)
    {
        BatchResult? result;
        while (!done.TryRemove(batch, out result))
        {
            lock (done)
            {
                if (!done.ContainsKey(batch))
                {
                    Monitor.Wait(done, 100);
                }
            }

            if (workers.Find(worker => worker.IsFaulted) is { } faulted)
            {
                throw faulted.Exception!.InnerException!;
            }
        }

        return result;
    }

    private void Work(ObjectReader objects)
    {
        using var worker = new BatchScanner(directory, options, cache, objects);
        var batch = Ask(worker, Timeout.Infinite);
        while (batch is { } current && !stopped)
        {
            // A full window may wait for the current batch itself.
            var next = Ask(worker, 0);
            done[current] = worker.Scan();
            lock (done)
            {
                Monitor.PulseAll(done);
            }

            batch = next ?? Ask(worker, Timeout.Infinite);
        }
    }

    /// <summary>Asks for the next batch that nobody has; its number, or null when there is none, or no place in the window in time.</summary>
    private int? Ask(BatchScanner worker, int milliseconds)
    {
        if (!window.Wait(milliseconds))
        {
            return null;
        }

        var batch = Interlocked.Increment(ref nextBatch) - 1;
        if (stopped || batch * batchSize >= commits.Count)
        {
            window.Release();
            return null;
        }

        worker.Ask([.. commits.Skip(batch * batchSize).Take(batchSize)]);
        return batch;
    }
}
