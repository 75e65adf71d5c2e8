using System.Diagnostics.CodeAnalysis;

namespace PatchScribe.Conditionals.Code;

/// <summary>
/// Whole C files as they were read last, by blob id: in a history the version after a change is the one before the next change of
/// the file. Those that came first go first. Several threads may use it.
/// </summary>
internal sealed class SegmentCache(int maxCharacters)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, CodeSegment> segments = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private int characters;

    public bool TryGet(string blob, [NotNullWhen(true)] out CodeSegment? segment)
    {
        lock (gate)
        {
            return segments.TryGetValue(blob, out segment);
        }
    }

    public void Add(string blob, CodeSegment segment)
    {
        lock (gate)
        {
            if (segment.Text.Length > maxCharacters || !segments.TryAdd(blob, segment))
            {
                return;
            }

            order.Enqueue(blob);
            characters += segment.Text.Length;
            while (characters > maxCharacters && segments.Remove(order.Dequeue(), out var oldest))
            {
                characters -= oldest.Text.Length;
            }
        }
    }
}
