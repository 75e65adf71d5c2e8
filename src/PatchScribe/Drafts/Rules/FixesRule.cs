
namespace PatchScribe.Drafts.Rules;

/// <summary>
/// A Fixes trailer that was asked for and that the log lacks is a question; the commit that brought the removed line
/// is offered as a candidate, never written unasked.
/// </summary>
internal sealed class FixesRule : ICompositionRule
{
    private const int MaxCandidates = 3;

    public void Apply(LogComposition log, DraftRequest request)
    {
        if (request.Review is not { } review || log.Trailers.Exists(trailer => trailer.Text.StartsWith("Fixes:", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        foreach (var asked in LogRequestReader.Read(log, review).Where(asked => asked.Kind == LogRequestKind.Fixes && !asked.Ids.Any(log.Met.Contains)))
        {
            var origins = request.FindOrigins?.Invoke() ?? [];
            var help = origins.Count == 0 ? null
                : $"candidate{(origins.Count > 1 ? "s" : "")}: {string.Join(", ", origins.Take(MaxCandidates).Select(one => $"Fixes: {one.Id[..request.Profile.HashLength]} (\"{one.Subject}\")"))}";
            var why = origins.Count > 0 ? $"{QuestionRule.Name(asked.Point.Author) ?? "somebody"} asked for it; the candidate is the commit that brought the removed lines"
                : request.FindOrigins is null ? "asked for; with --repo the commit that brought the removed lines is looked up" : "asked for; no commit could be found that brought the removed lines";
            new OpenQuestion(asked.Id, asked.Ids, asked.Point.Quote.MessageId, asked.Words, QuestionRule.Name(asked.Point.Author), help, why, QuestionRule.EvidenceOf(asked.Point))
                .Write(log, request.Answers, log.Blocks.Count - 1);
        }
    }
}
