using PatchScribe.Diagnostics;
using PatchScribe.Drafts.Delivery;
using PatchScribe.Drafts.LogText;
using PatchScribe.Drafts.Rules;
using PatchScribe.Review;
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
        new PiecewiseRule(),
        new RetainedRule(),
        new DropRule(),
        new SubjectRule(),
        new AcronymRule(),
        new TrailerTokenRule(),
        new SentenceRule(),
        new FragmentRule(),
        new WantedRule(),
        new SubstituteRule(),
        new TypoRule(),
        new SymbolRule(),
        new CommitReferenceRule(),
        new OneOperandRule(),
        new BehaviourRule(templates),
        new ClaimRule(templates),
        new QuestionRule(),
        new FixesRule(),
        new TrailerRule(),
        new LinkRule(),
        new SubjectFormRule(),
        new SpellingRule(),
        new ExpansionRule(),
    ];

    /// <summary>The draft of one log.</summary>
    public CommitLogDraft Build(DraftRequest request)
    {
        var log = new LogComposition(PresentLog(request), PatchScope.Of(request));
        MailQuote[] requests = request.Review is { } review ? [.. LogRequestReader.Read(log, review).Select(asked => asked.Point.Quote)] : [];
        foreach (var rule in rules)
        {
            rule.Apply(log, request);
        }

        log.NumberQuestions();
        return Write(log, request, requests);
    }

    private static LogDocument PresentLog(DraftRequest request) => request switch
    {
        { Patch: { } patch } => LogParser.ParseBody(patch.Title, patch.Log,
            new LogOrigin("mail", patch.Message?.MessageId, File: null, patch.LogLine)),
        { Commit: { } commit } => LogParser.ParseWhole(commit.Message, new LogOrigin("log", MessageId: null, commit.Id, 1)),
        _ => LogDocument.Empty,
    };

    private CommitLogDraft Write(LogComposition log, DraftRequest request, MailQuote[] requests)
    {
        var profile = request.Profile;
        var body = LogWriter.Write(log.Blocks, profile);
        var presentBody = LogWriter.Write(log.Present.Blocks, profile);
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
            PresentText = Text(log.Present.Subject, presentBody, [.. log.Present.Trailers.Select(trailer => trailer.Text)]),
            Paragraphs = Paragraphs(log, profile),
            Corrections = log.Corrections,
            OpenPoints = log.OpenPoints,
            Contradictions = log.Contradictions,
            Notes = log.Notes,
            OnlyGainsTags = log.Subject == log.Present.Subject && body == presentBody && log.Present.Trailers.All(trailer => trailers.Contains(trailer.Text, StringComparer.Ordinal)),
            Changes = Changes(log, request),
            Requests = requests,
            AnswerableIds = [.. log.Asked.Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Points that a rule met, and corrections that it applied beside them.</summary>
    private static List<ChangeLogEntry> Changes(LogComposition log, DraftRequest request)
    {
        var met = (request.Review?.Points ?? []).Where(point => log.Met.Contains(point.Id)).ToList();
        var corrected = log.Corrections.Where(one => one.Applied && one.Evidence is [{ Kind: "mail" } source] && !met.Exists(point => point.Quote.MessageId == source.MessageId && point.Quote.FirstLine == source.Line));
        return
        [
            .. met.Select(ChangeLogWriter.Entry),
            .. corrected.Select(one => new ChangeLogEntry($"log: {Quotation.Short(one.From, 60)} -> {Quotation.Short(one.To, 60)}", one.Evidence[0])),
        ];
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
        .. log.Blocks.Select(block => new DraftParagraph(LogWriter.Write(block, profile), block.Evidence)
        {
            Sentences = block.Kind == LogBlockKind.Paragraph ? SentenceSources.Of(block.Text, block.Evidence) : [],
        }),
        .. log.Trailers.Select(trailer => new DraftParagraph(trailer.Text, trailer.Evidence)),
    ];
}
