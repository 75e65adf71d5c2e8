namespace PatchScribe.Archive.Storage;

/// <summary>
/// Collects all garbage after so many bytes of work. What is built of a large discussion outlives the young generation, and left to
/// itself the collector lets several times as much of it lie as is in use.
/// </summary>
internal sealed class GarbageBudget(long bytes)
{
    private long spent;

    /// <summary>Counts work that is done and of which nothing is held any more.</summary>
    public void Spend(long done)
    {
        spent += done;
        if (spent >= bytes)
        {
            spent = 0;
            GC.Collect();
        }
    }
}
