using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;

namespace PatchScribe.Drafts;

/// <summary>The log while the rules of composition work on it, and what they have to say about it.</summary>
internal sealed class LogComposition(LogDocument present)
{
    public string Subject { get; set; } = present.Subject;

    public IReadOnlyList<Evidence> SubjectEvidence { get; set; } = present.SubjectEvidence is { } evidence ? [evidence] : [];

    public List<LogBlock> Blocks { get; } = [.. present.Blocks];

    public List<LogTrailer> Trailers { get; } = [.. present.Trailers];

    public List<DraftCorrection> Corrections { get; } = [];

    public List<DraftOpenPoint> OpenPoints { get; } = [];

    public List<DraftContradiction> Contradictions { get; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>Ids of review points that a rule has met.</summary>
    public HashSet<string> Met { get; } = new(StringComparer.Ordinal);

    /// <summary>The log as it was before any rule.</summary>
    public LogDocument Present { get; } = present;

    /// <summary>The whole-log proposal that became the base, or null.</summary>
    public Review.TextProposal? Base { get; set; }

    /// <summary>Prose blocks with their positions.</summary>
    public IEnumerable<(LogBlock Block, int Index)> Prose =>
        Blocks.Select((block, index) => (block, index)).Where(pair => pair.block.Kind == LogBlockKind.Paragraph);
}
