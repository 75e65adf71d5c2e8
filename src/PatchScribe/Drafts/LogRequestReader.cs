using System.Text.RegularExpressions;
using PatchScribe.Drafts.LogText;
using PatchScribe.Review;

namespace PatchScribe.Drafts;

/// <summary>
/// Reads the points of a discussion as requests about one log: paragraphs of one remark are one request, a Fixes tag
/// asked for in the same breath is one of its own, an idea for later is none. In order of mail and line.
/// </summary>
internal static partial class LogRequestReader
{
    private const int MaxWords = 220;
    private const int LongClause = 60;
    private const int ParagraphDistance = 2;

    public static IReadOnlyList<LogRequest> Read(LogComposition log, DiscussionReview review)
    {
        var requests = new List<LogRequest>();
        foreach (var group in Groups([.. review.Points.Where(point => IsOpen(log, point) && !IsIdea(point, review) && Asks(point))]))
        {
            var sentences = group.SelectMany(point => SentenceSplitter.Split(point.Quote.Quote), (point, sentence) => (Point: point, Text: sentence)).ToList();
            if (sentences.Count == 0)
            {
                continue;
            }

            var fixes = sentences.Where(one => NamesFixes().IsMatch(one.Text)).ToList();
            var others = sentences.Except(fixes).ToList();
            var ids = group.ConvertAll(point => point.Id);
            var asksOnlyFixes = fixes.Count > 0 && !others.Exists(one => AsksForWords().IsMatch(one.Text));
            if (!asksOnlyFixes)
            {
                var (point, words) = Telling(others.Count > 0 ? others : sentences);
                requests.Add(new LogRequest(point.Id, ids, KindOf(point, words), words, point));
            }

            if (fixes.Count > 0)
            {
                var id = asksOnlyFixes ? fixes[0].Point.Id : fixes[0].Point.Id + "-fixes";
                requests.Add(new LogRequest(id, asksOnlyFixes ? ids : [id], LogRequestKind.Fixes, string.Join(' ', fixes.Select(one => one.Text)), fixes[0].Point));
            }
        }

        return requests;
    }

    private static bool IsOpen(LogComposition log, ReviewPoint point) =>
        (point.Kind is "commit-message" or "subject" or "fixes-tag" || (point.Kind is "error-message" or "behaviour" && point.Place.Kind == "log"))
        && point.Status is not ("withdrawn" or "addressed")
        && (log.Scope.Covers(point.Quote.MessageId, point.Place) || (point.Status == "unchanged" && log.Scope.CoversOlder(point.Quote.MessageId, point.Place)));

    /// <summary>A remark under the log that neither asks, objects nor names a wording is talk: praise, a test report, a lead to a tag.</summary>
    private static bool Asks(ReviewPoint point)
    {
        var text = point.Quote.Quote;
        return point.Kind != "commit-message"
            || (!LeadsToTag().IsMatch(text) && !Praise().IsMatch(text) && !Robot().IsMatch(point.Author + " " + text)
                && (text.Contains('?', StringComparison.Ordinal) || text.StartsWith('"') || AsksForWords().IsMatch(text) || NamesLog().IsMatch(text) || Polite().IsMatch(text) || Objects().IsMatch(text)));
    }

    /// <summary>Something for a later change, or praise with such a wish.</summary>
    private static bool IsIdea(ReviewPoint point, DiscussionReview review) =>
        (ForLater().IsMatch(point.Quote.Quote) && !AsksForWords().IsMatch(point.Quote.Quote))
        || review.Proposals.Any(proposal => proposal.Scope == "future" && proposal.Quote.MessageId == point.Quote.MessageId
            && proposal.Quote.FirstLine <= point.Quote.LastLine && point.Quote.FirstLine <= proposal.Quote.LastLine);

    /// <summary>Paragraphs of one writer under one quotation, one below the other.</summary>
    private static List<List<ReviewPoint>> Groups(List<ReviewPoint> points)
    {
        var groups = new List<List<ReviewPoint>>();
        foreach (var point in points)
        {
            var last = groups.Count > 0 ? groups[^1][^1] : null;
            if (last is not null && last.Quote.MessageId == point.Quote.MessageId && last.Place == point.Place && point.Place.Kind != "unknown"
                && point.Quote.FirstLine - last.Quote.LastLine <= ParagraphDistance)
            {
                groups[^1].Add(point);
            }
            else
            {
                groups.Add([point]);
            }
        }

        return groups;
    }

    /// <summary>All that asks when it is short, else the sentence that asks most plainly, without what stands before its "but".</summary>
    private static (ReviewPoint Point, string Words) Telling(List<(ReviewPoint Point, string Text)> sentences)
    {
        var best = sentences.OrderByDescending(one => Weight(one.Text)).First();
        var near = sentences.Where(one => one.Point == best.Point).ToList();
        var (first, last) = (near.FindIndex(one => Weight(one.Text) > 0), near.FindLastIndex(one => Weight(one.Text) > 0));
        var all = first < 0 ? string.Join(' ', near.Select(one => one.Text)) : string.Join(' ', near.GetRange(first, last - first + 1).Select(one => one.Text));
        if (all.Length <= MaxWords && near.Count == sentences.Count)
        {
            return (best.Point, all);
        }

        var but = best.Text.LastIndexOf(", but ", StringComparison.Ordinal);
        return (best.Point, but > LongClause && Weight(best.Text[but..]) > 0 ? best.Text[(but + ", but ".Length)..] : best.Text);
    }

    private static int Weight(string sentence) =>
        (AsksForWords().IsMatch(sentence) ? 3 : 0) + (NamesLog().IsMatch(sentence) ? 2 : 0) + (sentence.EndsWith('?') ? 2 : 0) + (Polite().IsMatch(sentence) ? 1 : 0);

    private static LogRequestKind KindOf(ReviewPoint point, string words) =>
        point.Kind == "subject" ? LogRequestKind.Subject : AsksForReason().IsMatch(words) ? LogRequestKind.Reason : LogRequestKind.Words;

    /// <summary>"With that fixed:", "but regardless:" lead to a tag.</summary>
    [GeneratedRegex(@"\b(addressed|fixed|regardless|changed|resolved|enough, so|case, so|otherwise|that said|(feel free to )?add my)\b[^.?!]{0,30}:?$|\b(so|regardless|otherwise):$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadsToTag();

    [GeneratedRegex(@"^(this |that |it )?(all )?(looks|seems|sounds) (good|fine|correct|right|ok(ay)?|reasonable|great)( to me)?[.!]*$|^(lgtm|nice|great|thanks|i've tested|tested|checked and)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Praise();

    [GeneratedRegex(@"\b(test robot|kbuild|lkp@|syzbot|patchwork-bot)|^This commit has been processed because\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Robot();

    [GeneratedRegex(@"\b(no|not|wrong|incorrect|inaccurate|confus\w+|unclear|misleading|ambig\w+|missing|stale|outdated|odd|weird|funky|instead|rather|nit|nits|drop|remove|s/[^/]+/|better|clearer|tone|imperative|always|never)\b|n't\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Objects();

    /// <summary>Asks why.</summary>
    [GeneratedRegex(@"\b(explain|why|motivation|motivate|reason|rationale|justif\w*|what('s| is) the (problem|point|purpose|use case))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AsksForReason();

    [GeneratedRegex(@"\b(explain|describe|description|clarify|clarification|elaborate|mention|motivation|rationale|justif\w*|reword|rephrase|rewrite|spell out|expand|more (detail|information|context|background)s?|say (why|what|how|that)|typo)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AsksForWords();

    [GeneratedRegex(@"\b((commit|change) ?(message|log|text|description)|title|subject)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NamesLog();

    [GeneratedRegex(@"\bfixes[- :""'`]*(tags?|lines?|trailers?)\b|(^|[\s(""'`])Fixes:|\b(add|need|needs|missing|deserves?|want|have) (a |the )?[""'`]?fixes\b|\bback ?port(ed|ing)?\b|\bcc:? ?(to )?stable\b|\bstable (tag|tree|kernels?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NamesFixes();

    [GeneratedRegex(@"\b(afterwards|later on|follow[- ]?ups?|in (a|the) (future|next step)|some ?day|as well,? we could|we could also|another (patch|series)|separate (patch|series)|out of scope|on top of this)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ForLater();

    [GeneratedRegex(@"\b(please|could you|can you|would you|should|needs? to|would (be|have been) (nice|good|better|helpful))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Polite();
}
