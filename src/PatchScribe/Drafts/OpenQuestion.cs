using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;

namespace PatchScribe.Drafts;

/// <summary>
/// Something that no source answers: the id it is answered by and other ids that mean it, the mail and words, who asks (null
/// when nobody's name is known), what may help to answer, why it stays open, and what it rests on.
/// </summary>
internal sealed record OpenQuestion(string Id, IReadOnlyList<string> Ids, string MessageId, string Words, string? Author, string? Help, string Why, Evidence Evidence)
{
    /// <summary>
    /// Writes the question behind the block at <paramref name="behind"/> (-1: in front). The author's answer takes its
    /// place, a trailer among the trailers; a dismissed question is only noted.
    /// </summary>
    public void Write(LogComposition log, IReadOnlyList<DraftAnswer> answers, int behind)
    {
        var answer = answers.LastOrDefault(answer => answer.Id == Id || Ids.Contains(answer.Id, StringComparer.Ordinal));
        log.Asked.AddRange(Ids.Append(Id));
        if (answer is null)
        {
            log.OpenPoints.Add(new DraftOpenPoint(Id, MessageId, Words, Why));
            Insert(log, behind, new LogBlock(LogBlockKind.Question, [$"\"{Words}\"{(Author is null ? "" : $" ({Author})")}{(Help is null ? "" : $"; {Help}")}"], 0, 0, [Evidence]) { QuestionId = Id });
        }
        else if (answer.Dismissed)
        {
            log.Notes.Add($"dismissed: \"{Quotation.Short(Words)}\" ({answer.Text})");
        }
        else if (LogParser.IsTrailer(answer.Text))
        {
            log.AddTrailer(new LogTrailer(answer.Text.Trim(), [AnswerEvidence(answer)]));
        }
        else if (!log.Blocks.Exists(block => TextMatch.Holds(block.Text, answer.Text)))
        {
            Insert(log, behind, new LogBlock(LogBlockKind.Paragraph, [TextMatch.Squeeze(answer.Text)], 0, 0, [AnswerEvidence(answer)]) { Changed = true });
        }
    }

    private static Evidence AnswerEvidence(DraftAnswer answer) => new("author", answer.Text);

    private static void Insert(LogComposition log, int behind, LogBlock block)
    {
        var at = behind + 1;
        while (at < log.Blocks.Count && (log.Blocks[at].Kind == LogBlockKind.Question || log.Blocks[at].Attached))
        {
            at++;
        }

        log.Blocks.Insert(at, block);
    }
}
