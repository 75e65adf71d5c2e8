using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;
using PatchScribe.Review;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// A sentence of the old log that the author promised to correct ("I'll fix the name") is one that the author means to
/// keep: it stays in front of a proposal that says nothing like it and that nobody has agreed to yet. The correction itself is applied afterwards.
/// </summary>
internal sealed partial class RetainedRule : ICompositionRule
{
    private const double SaidAlready = 0.5;

    private sealed record OldSentence(string Text, IReadOnlyList<Evidence> Evidence);

    public void Apply(LogComposition log, DraftRequest request)
    {
        // What was agreed to is what both sides want; only a text that nobody has answered may have forgotten something.
        if (log.Base is not { Status: not "agreed" } proposal)
        {
            return;
        }

        var kept = new List<OldSentence>();
        foreach (var correction in (request.Review?.Corrections ?? []).Where(one => one.AppliesTo is "log" or "unknown" && log.Scope.Covers(one.Quote.MessageId, place: null)))
        {
            var sentence = OfLog(log, correction) ?? OfPastedPage(log, correction);
            if (sentence is not null && !kept.Exists(one => one.Text == sentence.Text)
                && !TextMatch.Holds(proposal.Text, correction.Wrong) && !TextMatch.Holds(proposal.Text, correction.Right)
                && WordOverlap.Share(sentence.Text, proposal.Text) < SaidAlready)
            {
                kept.Add(sentence);
            }
        }

        log.Retained = kept.Count;
        log.Blocks.InsertRange(0, kept.Select(one => new LogBlock(LogBlockKind.Paragraph, [one.Text], 0, 0, one.Evidence) { Changed = true }));
    }

    private static OldSentence? OfLog(LogComposition log, FactCorrection correction)
    {
        if (!log.Scope.RemarksUnder(correction.Quote).Any(remark => remark.ByPatchAuthor && AuthorWords.AcceptsCorrection().IsMatch(remark.Quote.Quote)))
        {
            return null;
        }

        return log.Present.Blocks.Where(block => block.Kind == LogBlockKind.Paragraph)
            .SelectMany(block => SentenceSplitter.Split(block.Text), (block, sentence) => new OldSentence(sentence, block.Evidence))
            .FirstOrDefault(one => TextMatch.IndexOf(one.Text, correction.Wrong) >= 0);
    }

    /// <summary>
    /// On a page that lost its quote marks: the paragraph above the correction, with the next one that goes on in lower
    /// case when its sentence is cut; accepted by the paragraph below the correction.
    /// </summary>
    private static OldSentence? OfPastedPage(LogComposition log, FactCorrection correction)
    {
        var page = log.Scope.Remarks.Where(remark => remark.Quote.MessageId == correction.Quote.MessageId).ToList();
        var at = page.FindIndex(remark => remark.Quote.FirstLine == correction.Quote.FirstLine);
        if (log.Present.Blocks.Count > 0 || at < 1 || at + 1 >= page.Count || !AuthorWords.AcceptsCorrection().IsMatch(page[at + 1].Quote.Quote)
            || TextMatch.IndexOf(page[at - 1].Quote.Quote, correction.Wrong) < 0)
        {
            return null;
        }

        var first = page[at - 1].Quote;
        var rest = first.Quote.TrimEnd()[^1] is '.' or '!' or '?' or ':' ? null : page.Skip(at + 1).Select(remark => remark.Quote).FirstOrDefault(quote => GoesOn().IsMatch(quote.Quote));
        var words = TextMatch.Squeeze(rest is null ? first.Quote : first.Quote + " " + rest.Quote);
        return SentenceSplitter.Split(words).FirstOrDefault(one => TextMatch.IndexOf(one, correction.Wrong) >= 0) is not { } sentence ? null : new OldSentence(sentence, [.. new[] { first, rest }.OfType<MailQuote>().Select(quote => new Evidence("mail", quote.Quote, quote.MessageId, Line: quote.FirstLine))]);
    }

    /// <summary>A word of prose in lower case, no program's name or option.</summary>
    [GeneratedRegex(@"^[a-z]+,? [a-zA-Z]")]
    private static partial Regex GoesOn();
}
