using PatchScribe.Diagnostics;
using PatchScribe.Plumbing;

namespace PatchScribe.Tests.Plumbing;

public class ReadAheadTests
{
    [Fact]
    public void Gives_every_item_in_order()
    {
        Assert.Equal(Enumerable.Range(0, 100_000), ReadAhead<int>.Of(Enumerable.Range(0, 100_000), _ => 100, 1 << 20));
    }

    [Fact]
    public void Gives_the_items_before_a_failure_and_then_the_failure()
    {
        var seen = new List<int>();
        Assert.Throws<InputException>(() =>
        {
            foreach (var item in ReadAhead<int>.Of(Failing(), _ => 1 << 16, 1 << 20))
            {
                seen.Add(item);
            }
        });
        Assert.Equal(Enumerable.Range(0, 50), seen);
    }

    [Fact]
    public void Reads_no_further_than_the_limit()
    {
        var read = 0;
        using var items = ReadAhead<int>.Of(Endless(() => Volatile.Write(ref read, read + 1)), _ => 1 << 18, 1 << 20).GetEnumerator();
        Assert.True(items.MoveNext());
        Thread.Sleep(50);

        // One is out, four wait, one is refused entry.
        Assert.InRange(Volatile.Read(ref read), 1, 6);
    }

    [Fact]
    public void Ends_when_the_caller_stops()
    {
        using var ended = new ManualResetEventSlim();
        using (var items = ReadAhead<int>.Of(Endless(() => { }, ended), _ => 1 << 18, 1 << 20).GetEnumerator())
        {
            Assert.True(items.MoveNext());
        }

        Assert.True(ended.Wait(TimeSpan.FromMinutes(1)));
    }

    private static IEnumerable<int> Failing()
    {
        for (var i = 0; i < 50; i++)
        {
            yield return i;
        }

        throw new InputException("the source ended early", "try again");
    }

    private static IEnumerable<int> Endless(Action onItem, ManualResetEventSlim? ended = null)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                onItem();
                yield return i;
            }
        }
        finally
        {
            ended?.Set();
        }
    }
}
