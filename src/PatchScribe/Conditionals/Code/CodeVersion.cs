using PatchScribe.Diffs;

namespace PatchScribe.Conditionals.Code;

/// <summary>One version of a C file as far as it is known: whole, or what the hunks show of it.</summary>
internal sealed class CodeVersion
{
    private readonly Lazy<List<ConditionalBranch>> branches;

    /// <summary>
    /// Reads a version; <paramref name="whole"/> is its only segment where that was read before, <paramref name="before"/> what was found in the whole
    /// version before it.
    /// </summary>
    public CodeVersion(string path, FileSide side, bool isBefore = false, CodeSegment? whole = null, CodeScan? before = null)
    {
        Path = path;
        IsBefore = isBefore;
        Complete = side.Complete;
        Segments = whole is not null ? [whole] : [.. side.Segments.Select(segment => new CodeSegment(segment, before))];
        branches = new Lazy<List<ConditionalBranch>>(() => [.. Segments.SelectMany(segment => segment.Branches)]);
    }

    public string Path { get; }

    /// <summary>True for the version before a change.</summary>
    public bool IsBefore { get; }

    public bool Complete { get; }

    public IReadOnlyList<CodeSegment> Segments { get; }

    public IReadOnlyList<ConditionalBranch> Branches => branches.Value;

    /// <summary>The presence condition of a line; true where nothing is known.</summary>
    public Condition At(int line) => Around(line)?.At(line) ?? Condition.True;

    /// <summary>The presence condition of a line; null where hunks alone do not show one.</summary>
    public Condition? KnownAt(int line) => At(line) is var condition && (Complete || !condition.IsTrue) ? condition : null;

    public string? FunctionAt(int line) => Around(line)?.FunctionAt(line);

    private CodeSegment? Around(int line)
    {
        foreach (var segment in Segments)
        {
            if (segment.Holds(line))
            {
                return segment;
            }
        }

        return null;
    }
}
