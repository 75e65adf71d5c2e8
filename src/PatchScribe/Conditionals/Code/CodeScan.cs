using System.Runtime.InteropServices;

namespace PatchScribe.Conditionals.Code;

/// <summary>A preprocessor line: 1-based first and last line (continuations, comments), its name without #, and where the rest of it stands in the text.</summary>
internal readonly record struct Directive(int Line, int LastLine, string Name, int Start, int End);

/// <summary>Line and place in the text where a function (or macro) of that name begins; a null name ends the one before.</summary>
internal readonly record struct FunctionStart(int Line, int Start, string? Name);

/// <summary>
/// A call in C text: range of its name, 1-based lines of the name and of its end, and the slice of
/// <see cref="CodeScan"/>'s borders that cuts out its arguments.
/// </summary>
internal readonly record struct CodeCall(int NameStart, int NameLength, int Line, int LastLine, int FirstBorder, int ArgumentCount);

/// <summary>
/// What one pass over a C text finds: preprocessor lines, functions, and the calls that may matter to a user (they hold
/// a literal or a name in capitals, or have one). Everything points into <see cref="Text"/>.
/// </summary>
internal sealed class CodeScan(string text, CodeFinds found)
{
    private readonly List<FunctionStart> functions = found.Functions;
    private readonly List<int> borders = found.Borders;

    public string Text => text;

    public CodeFinds Found => found;

    public IReadOnlyList<Directive> Directives => found.Directives;

    public ReadOnlySpan<CodeCall> Calls => CollectionsMarshal.AsSpan(found.Calls);

    public ReadOnlySpan<char> NameOf(CodeCall call) => text.AsSpan(call.NameStart, call.NameLength);

    /// <summary>A 0-based argument as written, or an empty span when there are not so many.</summary>
    public ReadOnlySpan<char> Argument(CodeCall call, int index)
    {
        if (index >= call.ArgumentCount)
        {
            return default;
        }

        var from = borders[call.FirstBorder + index];
        return text.AsSpan(from, borders[call.FirstBorder + index + 1] - 1 - from);
    }

    /// <summary>The rest of a directive without comments and continuations.</summary>
    public string ArgumentOf(Directive directive) => DirectiveText.Clean(text.AsSpan(directive.Start, directive.End - directive.Start));

    /// <summary>The function around a 1-based line, or null.</summary>
    public string? FunctionAt(int line)
    {
        var (low, high) = (0, functions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = functions[middle].Line <= line ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : functions[low - 1].Name;
    }

    /// <summary>Where functions and function-like macros of that name begin.</summary>
    public IEnumerable<int> DefinitionsOf(string name) => functions.Where(function => function.Name == name).Select(function => function.Start);

    /// <summary>How many characters of its end another text shares with this one.</summary>
    public int SharedAtEnd(ReadOnlySpan<char> other)
    {
        const int Block = 256;
        var own = text.AsSpan();
        var (length, most) = (0, Math.Min(own.Length, other.Length));
        while (length + Block <= most && own.Slice(own.Length - length - Block, Block).SequenceEqual(other.Slice(other.Length - length - Block, Block)))
        {
            length += Block;
        }

        while (length < most && own[^(length + 1)] == other[^(length + 1)])
        {
            length++;
        }

        return length;
    }

    /// <summary>True when a function begins or ends at or before the line, so that <see cref="FunctionAt"/> knows.</summary>
    public bool KnowsFunctionAt(int line) => functions.Count > 0 && functions[0].Line <= line;
}
