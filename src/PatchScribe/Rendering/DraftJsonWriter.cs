using PatchScribe.Drafts;

namespace PatchScribe.Rendering;

/// <summary>Drafts as the document <c>patchscribe/draft/1</c> (docs/json.md).</summary>
public static class DraftJsonWriter
{
    /// <summary>The whole document.</summary>
    public static string Write(IReadOnlyList<CommitLogDraft> drafts, ReadingCounts counts) => JsonText.Write(new
    {
        schema = "patchscribe/draft/1",
        drafts = drafts.Select(draft => new
        {
            messageId = draft.MessageId,
            commit = draft.Commit,
            kind = draft.Kind,
            subject = draft.Subject,
            body = draft.Body,
            trailers = draft.Trailers,
            text = draft.Text,
            paragraphs = draft.Paragraphs.Select(one => new
            {
                text = one.Text,
                evidence = JsonText.Evidence(one.Evidence),
                sentences = one.Sentences.Select(sentence => new { text = sentence.Text, evidence = JsonText.Evidence(sentence.Evidence) }),
            }),
            corrections = draft.Corrections.Select(one => new { from = one.From, to = one.To, applied = one.Applied, because = one.Because, evidence = JsonText.Evidence(one.Evidence) }),
            openPoints = draft.OpenPoints.Select(one => new { id = one.Id, messageId = one.MessageId, quote = one.Quote, why = one.Why }),
            contradictions = draft.Contradictions.Select(one => new
            {
                claim = one.Claim,
                evidence = JsonText.Evidence(one.Evidence),
                modelSays = one.ModelSays,
                model = one.Model,
                rules = one.Rules,
                assumed = one.Assumed,
            }),
            notes = draft.Notes,
        }),
        counts = counts.Counts,
        diagnostics = JsonText.Diagnostics(counts.Diagnostics),
    });
}
