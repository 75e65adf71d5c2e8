namespace PatchScribe.Cli;

/// <summary>Work beside a command on a thread of its own: the pool has as many threads as there are cores, and mail is decoded on them.</summary>
internal static class OwnThread
{
    public static Task<T> Run<T>(Func<T> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
