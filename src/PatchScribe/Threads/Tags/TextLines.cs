using System.Collections;

namespace PatchScribe.Threads.Tags;

/// <summary>Lines of a text without their line ends, cut out only where they are asked for; a line may be cleared, which leaves it empty.</summary>
internal sealed class TextLines(string text) : IReadOnlyList<string>
{
    private const int UsualLine = 40;

    private readonly List<(int Start, int Length)> lines = new((text.Length / UsualLine) + 1);

    public int Count => lines.Count;

    public string this[int index] => Span(index).ToString();

    /// <summary>All lines of a text.</summary>
    public static TextLines Of(string text)
    {
        var all = new TextLines(text);
        for (var at = 0; at <= text.Length;)
        {
            var end = text.AsSpan(at).IndexOf('\n');
            all.Add(at, end < 0 ? text.Length - at : end);
            at = end < 0 ? text.Length + 1 : at + end + 1;
        }

        return all;
    }

    public ReadOnlySpan<char> Span(int index) => text.AsSpan(lines[index].Start, lines[index].Length);

    public void Add(int start, int length) => lines.Add((start, length));

    /// <summary>Empties the lines from one on.</summary>
    public void ClearFrom(int first)
    {
        for (var i = first; i < lines.Count; i++)
        {
            lines[i] = default;
        }
    }

    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
