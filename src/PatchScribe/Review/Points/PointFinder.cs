using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PatchScribe.Review.Phrases;
using PatchScribe.Review.Proposals;
using PatchScribe.Review.Remarks;
using PatchScribe.Review.Statements;
using PatchScribe.Threads;

namespace PatchScribe.Review.Points;

/// <summary>
/// Review points: what reviewers ask for or object to. A paragraph is one point, cut where a request about another text
/// begins; paragraphs of the same section that only state something belong to the request beside them.
/// </summary>
internal sealed partial class PointFinder
{
    /// <summary>A statement alone under the log contradicts it when it is short; a long one is talk.</summary>
    private const int MaxStatementWords = 20;

    /// <summary>A section under the log that is longer than this and speaks of no text argues about the change.</summary>
    private const int MaxTextWords = 30;

    /// <summary>In a section longer than this, "not clear" and "wrong" are said of the change too.</summary>
    private const int LongTalk = 60;

    /// <summary>A paragraph that only gives reasons is added to a point up to this length.</summary>
    private const int MaxSupportWords = 45;

    /// <summary>Indented paragraphs that one colon can lead to.</summary>
    private const int MaxExampleParagraphs = 20;

    private readonly ProposalIndex proposals;
    private readonly ParagraphPoints paragraphs;

    private PointFinder(ProposalIndex proposals) => (this.proposals, paragraphs) = (proposals, new ParagraphPoints(proposals));

    /// <summary>Points in order of mail and line, without status.</summary>
    public static IEnumerable<(ReviewPoint Point, Remark Remark)> Find(IReadOnlyList<Remark> remarks, ProposalIndex proposals)
    {
        var finder = new PointFinder(proposals);
        for (var i = 0; i < remarks.Count;)
        {
            var end = i + 1;
            while (end < remarks.Count && remarks[end].MessageId == remarks[i].MessageId && remarks[end].Run == remarks[i].Run && !remarks[i].Pasted)
            {
                end++;
            }

            if (!remarks[i].ByRobot)
            {
                foreach (var draft in finder.Section(remarks, i, end))
                {
                    yield return (new ReviewPoint(Id(draft.Quote), draft.Remark.Author, draft.Kind, draft.Quote, draft.Remark.Place, "unchanged", []), draft.Remark);
                }
            }

            i = end;
        }
    }

    private List<PointDraft> Section(IReadOnlyList<Remark> remarks, int from, int end)
    {
        var found = new List<PointDraft>();
        var support = new List<(int Position, Remark Remark, List<Sentence> Sentences)>();
        var (agrees, words) = (false, 0);
        for (var i = from; i < end; i++)
        {
            var sentences = Free(remarks[i]);
            if (sentences.Count == 0 || IsCode(remarks[i]) || IsExample(remarks, from, i))
            {
                continue;
            }

            if (Continues(remarks, from, i) && support.Count > 0 && support[^1].Remark.LastLine < remarks[i].FirstLine)
            {
                sentences.InsertRange(0, support[^1].Sentences);
                support.RemoveAt(support.Count - 1);
            }

            words += Words(sentences);
            var drafts = paragraphs.Group(remarks[i], sentences);
            if (drafts.Exists(draft => draft.Ask >= Ask.Question))
            {
                found.AddRange(drafts.Where(draft => draft.Ask >= Ask.Question));
            }
            else if (sentences.Exists(sentence => SentenceSense.Of(sentence.Text) == Ask.Statement))
            {
                support.Add((found.Count, remarks[i], sentences));
            }
            else
            {
                agrees = true;
            }
        }

        if (remarks[from].ByPatchAuthor)
        {
            return found.FindAll(draft => draft is { Kind: "commit-message" or "subject", Named: true, Ask: Ask.Request } && AuthorAsks().IsMatch(draft.Text) && !Answering.Promises(draft.Text) && !draft.Text.EndsWith('?'));
        }

        found = found.ConvertAll(draft => IsTalk(draft, words) ? draft.As(draft.Sentences[0].Text.EndsWith('?') ? "question" : "code") : draft);
        Weaken(found);
        return found.Count > 0 ? WithSupport(found, support) : agrees ? [] : Contradictions(support);
    }

    /// <summary>A paragraph of a long section under the log that speaks of no text argues about the change.</summary>
    private static bool IsTalk(PointDraft draft, int words) => words > MaxTextWords && draft is { Kind: "commit-message", Named: false, Remark.Place.Kind: "log" }
        && (words > LongTalk || !Topics.TextQuality().IsMatch(draft.Text)) && !Asking.Words().IsMatch(draft.Text);

    /// <summary>Beside a request for words, bare questions are its reasons: they ask, but not for text.</summary>
    private static void Weaken(List<PointDraft> found)
    {
        if (!found.Exists(draft => draft.Kind == "commit-message" && draft.Ask == Ask.Request && Asking.Words().IsMatch(draft.Text)))
        {
            return;
        }

        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is { Kind: "commit-message", Named: false } draft && draft.Sentences[0].Text.EndsWith('?') && !Asking.Words().IsMatch(draft.Text))
            {
                found[i] = found[i].As("question");
            }
        }
    }

    private static List<PointDraft> WithSupport(List<PointDraft> found, List<(int Position, Remark Remark, List<Sentence> Sentences)> support)
    {
        foreach (var (position, _, sentences) in support.Where(one => one.Position > 0 && Words(one.Sentences) <= MaxSupportWords && !one.Remark.Text.EndsWith(':') && found[one.Position - 1] is { Named: false } or { Kind: not "nit-spelling" }))
        {
            foreach (var sentence in sentences)
            {
                found[position - 1].Add(sentence, Ask.Statement);
            }
        }

        return found;
    }

    /// <summary>A short statement alone under the log, the subject or a trailer says that the text is wrong.</summary>
    private static List<PointDraft> Contradictions(List<(int Position, Remark Remark, List<Sentence> Sentences)> support)
    {
        if (support is not [{ Remark: { } remark, Sentences: { } sentences }] || Words(sentences) > MaxStatementWords
            || !(remark.Place.Kind is "log" or "subject" || (remark.Place.Kind == "trailer" && remark.InsideTrailers) || (remark.Pasted && Topics.FactNamed().IsMatch(remark.Text)))
            || Introduces().IsMatch(remark.Text) || SentenceSense.Of(sentences[0].Text) == Ask.Nothing)
        {
            return [];
        }

        var kind = PointKind.Named(sentences[0].Text, remark) ?? PointKind.ByPlace(sentences[0].Text, Ask.Statement, remark);
        if (kind is null || !PointKind.IsText(kind))
        {
            return [];
        }

        var draft = new PointDraft(remark, kind, named: false);
        sentences.ForEach(sentence => draft.Add(sentence, Ask.Statement));
        return [draft];
    }

    /// <summary>The sentences of a remark outside of what it proposes.</summary>
    private List<Sentence> Free(Remark remark)
    {
        var lines = remark.Lines.Where(line => !IsTag(line.Text) && !proposals.IsInside(remark.MessageId, line.Number) && !proposals.IsFuture(remark.MessageId, line.Number)).ToList();
        return lines.Count == 0 ? [] : [.. Sentences.Of(lines)];
    }

    /// <summary>A sentence that goes on behind its example ("today: ... which the log does not say").</summary>
    private static bool Continues(IReadOnlyList<Remark> remarks, int from, int index) =>
        index > from + 1 && char.IsLower(remarks[index].Text[0]) && IsExample(remarks, from, index - 1);

    private static bool IsTag(string line) => TrailerReader.Read(line) is [{ Token: { } token }] && token.EndsWith("-by", StringComparison.Ordinal) && line.Contains('@', StringComparison.Ordinal);

    /// <summary>Indented lines under a colon show something; the words around them ask.</summary>
    private static bool IsExample(IReadOnlyList<Remark> remarks, int from, int index)
    {
        for (var steps = 0; steps < MaxExampleParagraphs && index > from && remarks[index].Lines.All(line => line.Text.StartsWith("  ", StringComparison.Ordinal) || line.Text.StartsWith('\t')); steps++, index--)
        {
            if (remarks[index - 1].Text.EndsWith(':'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCode(Remark remark) => remark.Lines.Count(line => CodeLine().IsMatch(line.Text)) * 2 > remark.Lines.Count
        || remark.Lines.All(line => TrailerReader.Read(line.Text).Count > 0);

    private static int Words(List<Sentence> sentences) => sentences.Sum(sentence => sentence.Text.Count(c => c == ' ') + 1);

    private static string Id(MailQuote quote) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{quote.MessageId}\n{quote.FirstLine}\n{quote.Quote[..Math.Min(quote.Quote.Length, 24)]}")))[..12];

    [GeneratedRegex(@"\b(needs?|should|must|missing|lacks?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AuthorAsks();

    [GeneratedRegex(@"\b(few|some|minor|couple of|one|two|my) (more |small |minor )?(comments?|nits?|questions?|remarks?|thoughts?|observations?|suggestions?)\b|\b(comments?|see) (below|inline|above)\b|^(if you|or if|after|once|fwiw|with (that|this|the))\b|,$|\b(i have|i've) (tested|applied|reviewed|queued|been)|^(tested|applied|reviewed|checked|verified|compared|looked)\b|^(i|we|my|maybe i)\b|^https?://\S+$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Introduces();

    [GeneratedRegex(@"^\s*(\+\s+\S|[+-]\s*\S.*[;{(,)]$|[\w>.\[\]-]+ [+|&-]?= |return\b.*;|if \(|for \(|while \(|\}|\{|#(include|if|define|endif)|/\*|\*/|@@ |\$ |\w+\([^)]*\);)|[;{]\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeLine();
}
