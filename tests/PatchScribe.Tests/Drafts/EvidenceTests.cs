using PatchScribe.Diagnostics;
using PatchScribe.Drafts;
using PatchScribe.Drafts.LogText;

namespace PatchScribe.Tests.Drafts;

/// <summary>Each sentence of a draft has evidence that really holds it, and the evidence stands where it says.</summary>
public sealed class EvidenceTests
{
    private const int MaxPieces = 3;

    public static TheoryData<string> Files() => DraftedDiscussion.Files();

    [Theory]
    [MemberData(nameof(Files))]
    public void What_a_source_quotes_stands_in_the_mail_at_its_line(string file)
    {
        foreach (var (draft, _, _, discussion, _) in DraftedDiscussion.Read(file))
        {
            foreach (var evidence in draft.Paragraphs.SelectMany(paragraph => paragraph.Evidence).Concat(draft.Corrections.SelectMany(one => one.Evidence)).Where(one => one.Kind == "mail"))
            {
                var mail = discussion.Messages.First(message => message.MessageId == evidence.MessageId);
                var lines = string.Join('\n', mail.Body.Split('\n').Skip((evidence.Line ?? 1) - 1));
                var parts = mail.Parts.Select(part => part.Text ?? "");
                Assert.True(parts.Append(lines).Append(mail.Subject).Any(text => Letters(text).Contains(Letters(evidence.Quote), StringComparison.Ordinal)),
                    $"{evidence.MessageId}:{evidence.Line} does not hold: {evidence.Quote}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_sentence_is_made_of_what_its_evidence_quotes(string file)
    {
        foreach (var (draft, _, _, _, _) in DraftedDiscussion.Read(file))
        {
            foreach (var paragraph in draft.Paragraphs.Where(one => !one.Text.StartsWith("[?", StringComparison.Ordinal) && !one.Text.StartsWith("<<<<<<<", StringComparison.Ordinal)))
            {
                Assert.NotEmpty(paragraph.Evidence);
                if (paragraph.Evidence.All(evidence => evidence.Kind is "mail" or "log" or "author"))
                {
                    Assert.All(SentenceSplitter.Split(paragraph.Text), sentence => Assert.True(IsMadeOf(sentence, paragraph.Evidence, draft), sentence));
                    Assert.All(paragraph.Sentences, sentence => Assert.True(IsMadeOf(sentence.Text, sentence.Evidence, draft), sentence.Text));
                }
            }
        }
    }

    /// <summary>Few runs of words, each in one quotation; a word that a correction put there stands for the one before.</summary>
    private static bool IsMadeOf(string sentence, IReadOnlyList<Evidence> sources, CommitLogDraft draft)
    {
        var text = Letters(sentence);
        foreach (var correction in draft.Corrections.Where(one => one.Applied && Letters(one.To).Length > 0))
        {
            text = text.Replace(Letters(correction.To), Letters(correction.From), StringComparison.Ordinal);
        }

        string[] quotes = [.. sources.Select(evidence => Letters(evidence.Quote)), .. sources.Select(evidence => draft.Corrections.Aggregate(Letters(evidence.Quote), (quote, one) =>
            one.Applied && Letters(one.To).Length > 0 ? quote.Replace(Letters(one.To), Letters(one.From), StringComparison.Ordinal) : quote))];
        var pieces = 0;
        while (text.Length > 0 && pieces <= MaxPieces)
        {
            var longest = quotes.Max(quote => Enumerable.Range(1, text.Length).Reverse().FirstOrDefault(length => quote.Contains(text[..length], StringComparison.Ordinal)));
            if (longest == 0)
            {
                return false;
            }

            text = text[longest..];
            pieces++;
        }

        return text.Length == 0;
    }

    /// <summary>Letters, digits and the marks inside names, in lower case: what wrapping and quote marks of mail leave alone.</summary>
    private static string Letters(string text) =>
        string.Concat(string.Join('\n', text.Split('\n').Select(line => line.TrimStart('>', ' ', '|'))).Where(c => char.IsLetterOrDigit(c) || c is '_' or '/' or '@')).ToLowerInvariant();
}
