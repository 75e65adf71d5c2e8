using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Summaries;

/// <summary>
/// Says where a discussion stands. A NACK and a refuted claim block; a point about the log, subject, tags or messages that no later
/// version meets asks for another log; points about code ask for other code; else it is reviewed, or waits for a review.
/// </summary>
internal static partial class VerdictFinder
{
    public static SummaryVerdict Find(Discussion discussion, DiscussionReview review, BehaviourSummary behaviour)
    {
        var open = review.Points.Where(IsOpen).ToList();
        var log = open.Where(point => IsAboutText(point.Kind)).ToList();
        var newest = discussion.Series.LastOrDefault(series => series.Kind == "patches");
        var taken = newest is not null && IsTaken(discussion, review, newest);
        var nacks = discussion.Trailers.Where(trailer => trailer.State == "nack").ToList();
        Blocker[] blocks =
        [
            .. nacks.DistinctBy(nack => $"{nack.Token}: {nack.Value}", StringComparer.Ordinal).Select(nack => new Blocker($"{nack.Token}: {nack.Value}", new MailQuote(nack.GivenByMessageId, nack.Value, 0, 0))),
            .. behaviour.Refuted.Select(result => new Blocker($"the log says that \"{Quotation.OneLine(result.Claim.Message)}\" is printed; the model {result.Model} ({string.Join(", ", result.Rules)}) says otherwise")),
            .. behaviour.Changes.Where(change => change.Effect == Behaviour.BehaviourEffect.NewCrash).Take(1)
                .Select(change => new Blocker($"{change.Command} crashes ({string.Join(", ", change.Versions)}): {Quotation.OneLine(change.Before.Message ?? change.Before.Result)} before")),
            .. newest is { Complete: false } ? [new Blocker($"{newest.Patches.Count(patch => patch.Missing)} of {newest.Expected} patches are not in this source")] : Array.Empty<Blocker>(),
            .. (taken ? [] : log).Select(point => new Blocker($"{point.Author}: \"{Quotation.OneLine(point.Quote.Quote)}\"", point.Quote)),
        ];
        return taken
            ? new SummaryVerdict(open.Count == 0 ? "applied" : $"applied, with {(open.Count == 1 ? "1 point" : $"{open.Count} points")} open", blocks, [])
            : new SummaryVerdict(State(review, nacks.Count, behaviour, open, log, discussion, newest), blocks, Waits(discussion, review, open, newest));
    }

    private static string State(DiscussionReview review, int nacks, BehaviourSummary behaviour, List<ReviewPoint> open, List<ReviewPoint> log, Discussion discussion, PatchSeries? newest)
    {
        var proposed = review.Proposals.Any(proposal => proposal is { Kind: "commit-message" or "subject" or "sentence", Scope: "this-change", Status: "proposed" or "agreed" });
        var code = open.Exists(point => point.Kind is "code" or "documentation");
        return nacks > 0 ? "nacked"
            : behaviour.Refuted.Count > 0 ? "not ready: the log contradicts the program"
            : log.Count > 0 ? $"log to change{(proposed ? ", text at hand" : "")}{(code ? "; code to change" : "")}"
            : code ? "code to change"
            : newest is null ? "no patch in this source"
            : discussion.Trailers.Any(trailer => trailer.State == "given" && trailer.Token is "Reviewed-by" or "Acked-by") ? "reviewed, nothing open"
            : discussion.Messages.Count > newest.Patches.Count + 1 ? "nothing open, no review tag" : "no review yet";
    }

    /// <summary>Somebody else than its author said, later, that the newest version is applied; or a note in the form of b4 says so, which maintainers send for their own series too.</summary>
    private static bool IsTaken(Discussion discussion, DiscussionReview review, PatchSeries newest)
    {
        var later = discussion.Messages.Where(message => message.Date >= newest.Date).DistinctBy(message => message.MessageId, StringComparer.Ordinal).ToDictionary(message => message.MessageId, message => message.Author.Email, StringComparer.Ordinal);
        return discussion.Notices.Any(notice => notice.Kind == "applied" && later.ContainsKey(notice.MessageId))
            || review.Decisions.Any(decision => decision.Kind == "decision" && later.TryGetValue(decision.Quote.MessageId, out var email) && email != newest.Author.Email && Taken().IsMatch(decision.Quote.Quote));
    }

    /// <summary>The author since the oldest open point; the others since the author's oldest unanswered question.</summary>
    private static List<Waiting> Waits(Discussion discussion, DiscussionReview review, List<ReviewPoint> open, PatchSeries? newest)
    {
        var dates = discussion.Messages.ToDictionary(message => message.MessageId, message => message.Date, StringComparer.Ordinal);
        var author = newest?.Author.Name;
        var waits = new List<Waiting>();
        if (author is not null && open.Count > 0)
        {
            waits.Add(new Waiting(author, open.Min(point => dates.GetValueOrDefault(point.Quote.MessageId)), open.Count == 1 ? "1 open point" : $"{open.Count} open points"));
        }

        var asked = review.Questions.Where(question => question.AnsweredBy is null).ToList();
        foreach (var question in asked.Where(question => author is null || question.Author == author))
        {
            var reviewers = discussion.Messages.Select(message => message.Author.Name).Where(name => name != question.Author).Distinct(StringComparer.Ordinal).ToList();
            waits.Add(new Waiting(reviewers.Count is > 0 and <= 2 ? string.Join(", ", reviewers) : "reviewers", dates.GetValueOrDefault(question.Quote.MessageId), $"\"{Quotation.OneLine(question.Quote.Quote)}\"", question.Quote));
        }

        return waits;
    }

    private static bool IsOpen(ReviewPoint point) => point.Status is not ("addressed" or "withdrawn" or "answered" or "touched");

    internal static bool IsAboutText(string kind) => kind is "commit-message" or "subject" or "fixes-tag" or "error-message" or "behaviour" or "nit-spelling";

    [GeneratedRegex(@"\b(applied|queued|merged|picked up|pushed|taken)(\W{0,3}$|[,.!] | (it|this|them|all|both|to|for|as|into|in|with|up|the (whole )?(series|patch|patches|set|lot))\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Taken();
}
