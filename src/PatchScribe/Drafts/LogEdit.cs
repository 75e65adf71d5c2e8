using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;
using PatchScribe.Review;

namespace PatchScribe.Drafts;

/// <summary>Edits that several rules make to a log under composition.</summary>
internal static class LogEdit
{
    /// <summary>Lines between a lead-in ("how about:") and the text under it.</summary>
    private const int LeadInDistance = 2;

    /// <summary>Replaces whole words in the subject, the prose and the trailers; verbatim text stays. Returns how often.</summary>
    public static int ReplaceEverywhere(LogComposition log, string from, string to, IReadOnlyList<Evidence> because)
    {
        log.Subject = TextMatch.Replace(log.Subject, from, to, out var total);
        if (total > 0)
        {
            log.SubjectEvidence = [.. log.SubjectEvidence, .. because];
        }

        foreach (var (block, index) in log.Prose.ToList())
        {
            var text = TextMatch.Replace(block.Text, TextMatch.Squeeze(from), to, out var count);
            total += count;
            log.Blocks[index] = count > 0 ? block.WithText(text, because) : block;
        }

        for (var i = 0; i < log.Trailers.Count; i++)
        {
            var text = TextMatch.Replace(log.Trailers[i].Text, from, to, out var count);
            total += count;
            log.Trailers[i] = count > 0 ? new LogTrailer(text, [.. log.Trailers[i].Evidence, .. because]) : log.Trailers[i];
        }

        return total;
    }

    /// <summary>
    /// Replaces a correction's words: a name (digits, capitals, marks) everywhere; an ordinary word that stands in the log more
    /// than once only in the quoted line that the correction stands under.
    /// </summary>
    public static int Replace(LogComposition log, string from, string to, string? under, IReadOnlyList<Evidence> because)
    {
        var line = TextMatch.Squeeze((under ?? "").TrimEnd().Split('\n')[^1]);
        var occurrences = log.Blocks.Sum(block => { TextMatch.Replace(block.Text, from, to, out var count); return count; });
        if (line.Length == 0 || occurrences < 2 || !from.All(c => char.IsLower(c) || c is ' ' or '-' or '\''))
        {
            return ReplaceEverywhere(log, from, to, because);
        }

        for (var i = 0; i < log.Blocks.Count; i++)
        {
            var text = TextMatch.Squeeze(log.Blocks[i].Text);
            var at = log.Blocks[i].Kind == LogBlockKind.Paragraph ? text.IndexOf(line, StringComparison.Ordinal) : -1;
            var word = at < 0 ? -1 : TextMatch.IndexOf(text, from, at);
            if (word >= 0 && word + from.Length <= at + line.Length)
            {
                log.Blocks[i] = log.Blocks[i].WithText(text[..word] + to + text[(word + from.Length)..], because);
                return 1;
            }
        }

        return 0;
    }

    /// <summary>True when the words stand in the subject, a block or a trailer.</summary>
    public static bool Holds(LogDocument log, string words) =>
        TextMatch.IndexOf(log.Subject, words) >= 0
        || log.Blocks.Any(block => TextMatch.IndexOf(block.Text, TextMatch.Squeeze(words)) >= 0)
        || log.Trailers.Any(trailer => TextMatch.IndexOf(trailer.Text, words) >= 0);

    /// <summary>Index of the block that holds most of the words of a quotation, at least half of them; -1 when none does.</summary>
    public static int FindBlock(LogComposition log, string? quoted)
    {
        if (string.IsNullOrWhiteSpace(quoted))
        {
            return -1;
        }

        var words = Words(quoted);
        var best = log.Blocks.Select((block, index) => (index, shared: words.Count == 0 ? 0 : Words(block.Text).Count(words.Contains)))
            .OrderByDescending(pair => pair.shared).ThenByDescending(pair => pair.index).FirstOrDefault();
        return best.shared > 0 && best.shared * 2 >= Math.Min(words.Count, log.Blocks.Count == 0 ? 0 : Words(log.Blocks[best.index].Text).Count)
            ? best.index
            : -1;
    }

    /// <summary>Marks the points as met that stand in the same mail right above the lines of what met them, or share a line with it.</summary>
    public static void Meet(LogComposition log, DiscussionReview review, MailQuote by)
    {
        foreach (var point in review.Points.Where(point => point.Quote.MessageId == by.MessageId && point.Quote.FirstLine <= by.LastLine && point.Quote.LastLine >= by.FirstLine - LeadInDistance))
        {
            log.Met.Add(point.Id);
        }
    }

    private static HashSet<string> Words(string text) =>
        [.. text.Split([' ', '\n', '\t', ',', '.', ';', ':', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2)];
}
