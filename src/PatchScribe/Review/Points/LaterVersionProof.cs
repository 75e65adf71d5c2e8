using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs.Words;
using PatchScribe.Review.Phrases;
using PatchScribe.Review.Proposals;
using PatchScribe.Review.Remarks;
using PatchScribe.Threads;

namespace PatchScribe.Review.Points;

/// <summary>
/// Holds a point against the patch's later version. Proof is: the patch is gone, the words objected to are gone, the
/// words asked for are there. "Explain why" cannot be proven so: the text was touched or it was not.
/// </summary>
internal sealed partial class LaterVersionProof(IReadOnlyList<FactCorrection> corrections, ProposalIndex proposals)
{
    private readonly ILookup<(string, int), FactCorrection> correctionsAt = corrections.ToLookup(one => (one.Quote.MessageId, one.Quote.FirstLine));

    /// <summary>Shared words, of the words of the shorter text, from which two paragraphs are versions of one.</summary>
    private const double MinShared = 0.4;

    private readonly Dictionary<(string, string), string> differences = [];

    private readonly Dictionary<MailedPatch, string> wholes = new(ReferenceEqualityComparer.Instance);

    public (string Status, IReadOnlyList<MailQuote> Quotes, string? WordDiff) Of(ReviewPoint point, Remark remark, LaterPatch later)
    {
        if (later.New is not { } now)
        {
            var mail = later.Series.Cover?.MessageId ?? later.Series.Patches.Select(patch => patch.Message?.MessageId).FirstOrDefault(id => id is not null) ?? "";
            return ("addressed", [new MailQuote(mail, later.Series.Subject, 1, 1)], null);
        }

        return WordsAskedFor(point, remark, later.Old, now) is { } words ? ("addressed", [Quote(now, words)], null)
            : point.Kind switch
            {
                "fixes-tag" => Fixes(point, later.Old, now),
                "subject" => later.Old.Title == now.Title ? ("unchanged", [], null) : ("touched", [new MailQuote(now.Message!.MessageId, now.Title, 1, 1)], Difference(later.Old.Title, now.Title)),
                _ => remark.Topic.Kind switch
                {
                    "trailer" => Holds(now.Log, remark.Topic.Text ?? "") ? Log(point, later.Old, now) : ("addressed", [Quote(now, LastLine(now.Log))], null),
                    "log" => Place(point, remark, later.Old, now),
                    "diff" or "message" => Line(remark, now),
                    _ when PointKind.IsText(point.Kind) => Log(point, later.Old, now),
                    _ => later.Old.PatchId is not null && later.Old.PatchId == now.PatchId ? ("unchanged", [], null) : ("touched", [new MailQuote(now.Message!.MessageId, now.Title, 1, 1)], null),
                },
            };
    }

    /// <summary>Words that somebody asked for and that the later version has and the earlier one had not; null when there are none.</summary>
    private string? WordsAskedFor(ReviewPoint point, Remark remark, MailedPatch old, MailedPatch now)
    {
        var (before, after) = (Whole(old), Whole(now));
        foreach (var correction in correctionsAt[(remark.MessageId, remark.FirstLine)])
        {
            if (correction.Right.Length > 0 && Count(after, correction.Wrong) - Count(after, correction.Right) * Count(correction.Right, correction.Wrong) < Count(before, correction.Wrong) && Count(after, correction.Right) > Count(before, correction.Right))
            {
                return correction.Right;
            }
        }

        var proposal = proposals.Below(point.Quote.MessageId, point.Quote.LastLine) ?? Enumerable.Range(point.Quote.FirstLine, point.Quote.LastLine - point.Quote.FirstLine + 1)
            .Select(line => proposals.At(point.Quote.MessageId, line)).FirstOrDefault(one => one is not null);
        return proposal is { Scope: "this-change" } && Squeeze(proposal.Text) is { Length: > 3 } text && Holds(after, text) && !Holds(before, text) ? text : null;
    }

    private (string, IReadOnlyList<MailQuote>, string?) Fixes(ReviewPoint point, MailedPatch old, MailedPatch now)
    {
        var (before, after) = (FixesOf(old), FixesOf(now));
        return before == after ? ("unchanged", [], null)
            : Removal().IsMatch(point.Quote.Quote) ? after.Length == 0 ? ("addressed", [Quote(now, LastLine(now.Log))], null) : ("touched", [Quote(now, after)], Difference(before, after))
            : before.Length == 0 ? ("addressed", [Quote(now, after)], null)
            : after.Length == 0 ? ("addressed", [Quote(now, LastLine(now.Log))], null)
            : ("touched", [Quote(now, after)], Difference(before, after));
    }

    /// <summary>Under the log: words that were called wrong or not needed and are gone are proof; any other change touches.</summary>
    private (string, IReadOnlyList<MailQuote>, string?) Place(ReviewPoint point, Remark remark, MailedPatch old, MailedPatch now)
    {
        var paragraph = LastParagraph(remark.Topic.Text ?? "");
        if (paragraph.Length == 0 || Holds(now.Log, paragraph))
        {
            return Log(point, old, now);
        }

        var nearest = Nearest(paragraph, now.Log);
        var gone = Contradicts(point, remark) && !Holds(now.Log, LastLine(paragraph)) && (Removal().IsMatch(point.Quote.Quote) ? nearest is null : true);
        return (gone ? "addressed" : "touched", [Quote(now, nearest ?? FirstLine(now.Log))], nearest is null ? $"[-{Squeeze(paragraph)}-]" : Difference(paragraph, nearest));
    }

    /// <summary>The log as a whole: a log where there was none is proof for "add a description".</summary>
    private (string, IReadOnlyList<MailQuote>, string?) Log(ReviewPoint point, MailedPatch old, MailedPatch now)
    {
        var (before, after) = (Prose(old.Log), Prose(now.Log));
        return before == after ? ("unchanged", [], null)
            : before.Length == 0 && point.Kind == "commit-message" ? ("addressed", [Quote(now, FirstLine(now.Log))], null)
            : ("touched", [Quote(now, FirstLine(now.Log))], Difference(before, after));
    }

    private static (string, IReadOnlyList<MailQuote>, string?) Line(Remark remark, MailedPatch now)
    {
        var line = (remark.Topic.Text ?? "").TrimEnd();
        return line.Trim().Length < 4 || now.Diff.Contains(line, StringComparison.Ordinal) ? ("unchanged", [], null) : ("touched", [new MailQuote(now.Message!.MessageId, now.Title, 1, 1)], null);
    }

    /// <summary>"This is wrong", "can be dropped", a bare contradiction: met when the words are gone. "Unclear", "why" and questions are not.</summary>
    private static bool Contradicts(ReviewPoint point, Remark remark) =>
        !point.Quote.Quote.Contains('?', StringComparison.Ordinal) && !Asking.Words().IsMatch(point.Quote.Quote)
        && (Removal().IsMatch(point.Quote.Quote) || (SentenceSense.Of(remark.Text) == Ask.Statement && point.Quote.Quote.Length < 160));

    private static string FixesOf(MailedPatch patch) => string.Join('\n', TrailerReader.Read(patch.Log).Where(trailer => trailer.Token == "Fixes").Select(trailer => $"Fixes: {trailer.Value}"));

    private string Whole(MailedPatch patch)
    {
        if (!wholes.TryGetValue(patch, out var text))
        {
            wholes.Add(patch, text = Squeeze(patch.Title + "\n" + patch.Log + "\n" + patch.Diff.Replace("\n+", "\n", StringComparison.Ordinal)));
        }

        return text;
    }

    /// <summary>A text of the later version with the line at which it starts.</summary>
    private static MailQuote Quote(MailedPatch now, string text)
    {
        var body = now.Message!.Body.Split('\n');
        var first = text.Split('\n')[0].Trim();
        var start = first[..Math.Min(first.Length, 24)];
        var at = start.Length == 0 ? -1 : Array.FindIndex(body, line => line.Contains(start, StringComparison.Ordinal));
        return new MailQuote(now.Message.MessageId, Squeeze(text), at < 0 ? now.LogLine : at + 1, at < 0 ? now.LogLine : at + 1 + text.Count(c => c == '\n'));
    }

    /// <summary>On one line, and made once for each pair of texts: many points can stand under one log.</summary>
    private string Difference(string before, string after)
    {
        if (!differences.TryGetValue((before, after), out var text))
        {
            differences.Add((before, after), text = Squeeze(WordDiff.Marked(before, after)));
        }

        return text;
    }

    /// <summary>The paragraph of a text that shares most words with another; null when none shares enough.</summary>
    private static string? Nearest(string paragraph, string text)
    {
        var words = Words(paragraph).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var best = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(one => (one, words: Words(one).Distinct(StringComparer.OrdinalIgnoreCase).ToList()))
            .Select(one => (one.one, shared: (double)one.words.Count(words.Contains) / Math.Max(1, Math.Min(words.Count, one.words.Count))))
            .OrderByDescending(one => one.shared).FirstOrDefault();
        return best.shared >= MinShared ? best.one : null;
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Prose(string log) => string.Join('\n', log.Split('\n').Where(line => TrailerReader.Read(line).Count == 0)).Trim();

    private static string LastParagraph(string text) => text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";

    private static string LastLine(string text) => text.TrimEnd()[(text.TrimEnd().LastIndexOf('\n') + 1)..];

    private static string FirstLine(string text) => text.Split('\n')[0];

    private static bool Holds(string text, string words) => Squeeze(text).Contains(Squeeze(words), StringComparison.Ordinal);

    private static int Count(string text, string words)
    {
        var count = 0;
        for (var at = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    private static string Squeeze(string text) => Quotation.OneLine(text);

    [GeneratedRegex(@"\b(remove[d]?|drop(ped)?|delete[d]?|get rid|omit(ted)?|not (really |very )?(relevant|needed|necessary|useful)|irrelevant|no (bug|need)|unnecessary|redundant|superfluous)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Removal();
}
