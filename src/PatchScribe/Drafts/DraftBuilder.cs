using PatchScribe.Drafts.LogText;
using PatchScribe.Drafts.Rules;
using PatchScribe.Templating;

namespace PatchScribe.Drafts;

/// <summary>
/// Composes the revised commit log: the present log, then one rule after the other, each of which changes the text
/// only where its source says so. In: one <see cref="DraftRequest"/>; out: the draft with a source for every paragraph.
/// </summary>
public sealed class DraftBuilder(TemplateSet templates)
{
    private readonly ICompositionRule[] rules =
    [
        new BaseRule(),
        new DropRule(),
        new SubjectRule(),
        new AcronymRule(),
        new TrailerTokenRule(),
        new FragmentRule(),
        new WantedRule(),
        new SubstituteRule(),
        new SymbolRule(),
        new CommitReferenceRule(),
        new OneOperandRule(),
        new BehaviourRule(templates),
        new ClaimRule(templates),
        new QuestionRule(),
        new TrailerRule(),
    ];

    /// <summary>The draft of one log.</summary>
    public CommitLogDraft Build(DraftRequest request)
    {
        var log = new LogComposition(PresentLog(request));
        foreach (var rule in rules)
        {
            rule.Apply(log, request);
        }

        return Write(log, request);
    }

    private static LogDocument PresentLog(DraftRequest request) => request switch
    {
        { Patch: { } patch } => LogParser.ParseBody(patch.Title, patch.Log,
            new LogOrigin("mail", patch.Message?.MessageId, File: null, patch.LogLine)),
        { Commit: { } commit } => LogParser.ParseWhole(commit.Message, new LogOrigin("log", MessageId: null, commit.Id, 1)),
        _ => LogDocument.Empty,
    };

    private CommitLogDraft Write(LogComposition log, DraftRequest request)
    {
        var profile = request.Profile;
        var body = LogWriter.Write(log.Blocks, profile);
        string[] trailers = [.. log.Trailers.Select(trailer => trailer.Text)];
        return new CommitLogDraft
        {
            MessageId = request.PatchMessageId,
            Commit = request.Commit?.Id,
            Kind = "patch",
            Subject = log.Subject,
            Body = body,
            Trailers = trailers,
            Text = Text(log.Subject, body, trailers),
            PresentText = Text(log.Present.Subject, LogWriter.Write(log.Present.Blocks, profile), [.. log.Present.Trailers.Select(trailer => trailer.Text)]),
            Paragraphs = Paragraphs(log, profile),
            Corrections = log.Corrections,
            OpenPoints = log.OpenPoints,
            Contradictions = log.Contradictions,
            Notes = log.Notes,
        };
    }

    private string Text(string subject, string body, string[] trailers) => templates.Render(TemplateSet.CommitLog, new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["subject"] = subject,
        ["body"] = body,
        ["trailers"] = trailers,
    }) + "\n";

    private static List<DraftParagraph> Paragraphs(LogComposition log, LogProfile profile) =>
    [
        new DraftParagraph(log.Subject, log.SubjectEvidence),
        .. log.Blocks.Select(block => new DraftParagraph(LogWriter.Write(block, profile), block.Evidence)),
        .. log.Trailers.Select(trailer => new DraftParagraph(trailer.Text, trailer.Evidence)),
    ];
}
