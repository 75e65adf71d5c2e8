using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;

namespace PatchScribe.Drafts;

/// <summary>The log while the rules of composition work on it, and what they have to say about it.</summary>
internal sealed class LogComposition(LogDocument present, PatchScope scope)
{
    /// <summary>What of the discussion speaks of this log.</summary>
    public PatchScope Scope { get; } = scope;

    public string Subject { get; set; } = present.Subject;

    public IReadOnlyList<Evidence> SubjectEvidence { get; set; } = present.SubjectEvidence is { } evidence ? [evidence] : [];

    public List<LogBlock> Blocks { get; } = [.. present.Blocks];

    public List<LogTrailer> Trailers { get; } = [.. present.Trailers];

    public List<DraftCorrection> Corrections { get; } = [];

    public List<DraftOpenPoint> OpenPoints { get; } = [];

    public List<DraftContradiction> Contradictions { get; } = [];

    /// <summary>Ids of every question asked, answered ones too.</summary>
    public List<string> Asked { get; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>Ids of review points that a rule has met.</summary>
    public HashSet<string> Met { get; } = new(StringComparer.Ordinal);

    /// <summary>The log as it was before any rule.</summary>
    public LogDocument Present { get; } = present;

    /// <summary>The whole-log proposal that became the base, or null.</summary>
    public Review.TextProposal? Base { get; set; }

    /// <summary>Adds a trailer where the profile has it, the author's last Signed-off-by staying last; one that is there already is not repeated.</summary>
    public void AddTrailer(LogTrailer trailer)
    {
        if (!Trailers.Exists(present => TrailerOrder.Same(present.Text, trailer.Text)))
        {
            Trailers.Insert(TrailerOrder.PlaceOf(trailer.Text, Trailers), trailer);
        }
    }

    /// <summary>Blocks of the old log that stand in front of a base.</summary>
    public int Retained { get; set; }

    /// <summary>Numbers the questions in the order in which they stand in the text, and the open points with them.</summary>
    public void NumberQuestions()
    {
        var order = new List<string>();
        for (var i = 0; i < Blocks.Count; i++)
        {
            if (Blocks[i].QuestionId is { } id)
            {
                order.Add(id);
                Blocks[i] = Blocks[i] with { Lines = [$"[?{order.Count} {Blocks[i].Text}]"] };
            }
        }

        OpenPoints.Sort((a, b) => order.IndexOf(a.Id).CompareTo(order.IndexOf(b.Id)));
    }

    /// <summary>Prose blocks with their positions.</summary>
    public IEnumerable<(LogBlock Block, int Index)> Prose =>
        Blocks.Select((block, index) => (block, index)).Where(pair => pair.block.Kind == LogBlockKind.Paragraph);
}
