using System.Runtime.InteropServices;

namespace PatchScribe.Conditionals.Code;

/// <summary>A closing brace in column 0, where reading can begin anew: its place, its 1-based line, and how much was found above it.</summary>
internal readonly record struct Restart(int Start, int Line, int Directives, int Functions, int Calls, int Borders);

/// <summary>What was found in a C text so far: lists in order of place, but for the borders of calls, which stand in the order in which the calls end.</summary>
internal sealed class CodeFinds
{
    private readonly List<Restart> restarts = [];

    public List<Directive> Directives { get; } = [];

    public List<FunctionStart> Functions { get; } = [];

    public List<CodeCall> Calls { get; } = [];

    public List<int> Borders { get; } = [];

    public IReadOnlyList<Restart> Restarts => restarts;

    public void MarkRestart(int start, int line) => restarts.Add(new Restart(start, line, Directives.Count, Functions.Count, Calls.Count, Borders.Count));

    /// <summary>The last restart above a place, or null.</summary>
    public Restart? LastRestart(int place) => IndexFrom(place) is var index and > 0 ? restarts[index - 1] : null;

    /// <summary>The restart at a place, or null.</summary>
    public Restart? RestartAt(int place) => IndexFrom(place) is var index && index < restarts.Count && restarts[index].Start == place ? restarts[index] : null;

    /// <summary>Calls from an index on, in order of their names.</summary>
    public void SortCalls(int from) => CollectionsMarshal.AsSpan(Calls)[from..].Sort(static (a, b) => a.NameStart.CompareTo(b.NameStart));

    /// <summary>Adds what an earlier version of the text has from one restart (the beginning) to another (the end), so many characters and lines further down.</summary>
    public void Add(CodeFinds other, Restart from, Restart? to, int characters = 0, int lines = 0)
    {
        var borders = Borders.Count - from.Borders;
        var end = to ?? new Restart(int.MaxValue, 0, other.Directives.Count, other.Functions.Count, other.Calls.Count, other.Borders.Count);
        var (first, last) = (other.IndexFrom(from.Start), other.IndexFrom(end.Start));
        foreach (var one in CollectionsMarshal.AsSpan(other.restarts)[first..last])
        {
            restarts.Add(new Restart(one.Start + characters, one.Line + lines, one.Directives + Directives.Count - from.Directives,
                one.Functions + Functions.Count - from.Functions, one.Calls + Calls.Count - from.Calls, one.Borders + borders));
        }

        foreach (var one in CollectionsMarshal.AsSpan(other.Directives)[from.Directives..end.Directives])
        {
            Directives.Add(one with { Line = one.Line + lines, LastLine = one.LastLine + lines, Start = one.Start + characters, End = one.End + characters });
        }

        foreach (var one in CollectionsMarshal.AsSpan(other.Functions)[from.Functions..end.Functions])
        {
            Functions.Add(one with { Line = one.Line + lines, Start = one.Start + characters });
        }

        foreach (var one in CollectionsMarshal.AsSpan(other.Calls)[from.Calls..end.Calls])
        {
            Calls.Add(one with { NameStart = one.NameStart + characters, Line = one.Line + lines, LastLine = one.LastLine + lines, FirstBorder = one.FirstBorder + borders });
        }

        foreach (var one in CollectionsMarshal.AsSpan(other.Borders)[from.Borders..end.Borders])
        {
            Borders.Add(one + characters);
        }
    }

    /// <summary>Index of the first restart at or behind a place.</summary>
    private int IndexFrom(int place)
    {
        var (low, high) = (0, restarts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = restarts[middle].Start < place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
