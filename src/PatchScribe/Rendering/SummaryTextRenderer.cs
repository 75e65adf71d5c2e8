using System.Globalization;
using System.Text;
using PatchScribe.Behaviour;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;
using PatchScribe.Review;
using PatchScribe.Summaries;
using PatchScribe.Threads;

namespace PatchScribe.Rendering;

/// <summary>
/// A summary as a maintainer reads it: first the verdict, what blocks and whose turn it is; then what was asked and its state, tags,
/// before and after with the worst first, ideas for later, open questions, references. Control characters are made visible.
/// </summary>
public sealed class SummaryTextRenderer(Func<string, string> nameOfMail)
{
    private const int MaxBehaviour = 8;
    private const int QuoteLength = 100;

    private readonly StringBuilder text = new();

    /// <summary>All discussions, a line of equals signs between them; <paramref name="brief"/> leaves each its header alone.</summary>
    public string Render(IReadOnlyList<ThreadSummary> summaries, bool brief = false)
    {
        text.Clear();
        foreach (var summary in summaries)
        {
            text.Append(text.Length == 0 ? "" : "\n" + new string('=', 72) + "\n");
            Header(summary);
            if (!brief)
            {
                Body(summary);
            }
        }

        return TerminalText.Escape(text.ToString());
    }

    private void Header(ThreadSummary summary)
    {
        var discussion = summary.Discussion;
        text.Append(discussion.Subject.Length == 0 ? "(no subject)" : discussion.Subject).Append('\n');
        text.Append("  ").Append(summary.Verdict.State.ToUpperInvariant()).Append('\n');
        text.Append("  ").Append(Dates(discussion.Messages)).Append(CultureInfo.InvariantCulture, $", {Count(discussion.Messages.Count, "mail")}");
        text.Append(discussion.Messages.Any(message => message.Pasted) ? ", a pasted page: quote marks lost, authors unknown" : "").Append('\n');
        foreach (var series in discussion.Series)
        {
            text.Append("  ").Append(SeriesLine(series)).Append('\n');
        }

        Section("waits for", summary.Verdict.WaitsFor.Select(one => $"{one.Name}{(one.Since is { } since ? $" since {Day(since)}" : "")}: {Quotation.Short(one.For, QuoteLength)}"));
        Section("blocks", summary.Verdict.Blocks.Select((block, i) => $"{i + 1} {Quotation.Short(block, 2 * QuoteLength)}"));
    }

    private static string SeriesLine(PatchSeries series)
    {
        var kind = series.Kind == "patches" ? "" : $"{series.Kind}: ";
        var missing = series.Patches.Count(patch => patch.Missing);
        return $"{kind}v{series.Version.ToString(CultureInfo.InvariantCulture)} by {series.Author.Name}, {Count(series.Expected, "patch")}{(missing > 0 ? $", {missing} missing" : "")}"
            + (series.Supersedes is { } old ? $", replaces v{old.ToString(CultureInfo.InvariantCulture)}" : "") + $" (grouped by {series.GroupedBy})";
    }

    private void Body(ThreadSummary summary)
    {
        var review = summary.Review;
        Section("asked", review.Points.Select(point =>
            $"{point.Status,-10} {point.Kind,-14} {point.Author}: \"{Quotation.Short(point.Quote.Quote, QuoteLength)}\"{Place(point.Place)}  {Source(point.Quote)}"));
        Section("corrected", review.Corrections.Select(one => $"{one.Wrong} -> {one.Right}  {one.Author}  {Source(one.Quote)}"));
        Section("decided", review.Decisions.Select(one => $"{one.Kind}: {one.Author}: \"{Quotation.Short(one.Quote.Quote, QuoteLength)}\"  {Source(one.Quote)}"));
        Section("proposed", review.Proposals.Where(one => one.Scope == "this-change").Select(Proposal));
        Section("tags", summary.Discussion.Trailers.Select(one => $"{one.State,-11} {one.Token}: {one.Value}{(one.Note is null ? "" : $"  ({one.Note})")}  {nameOfMail(one.GivenByMessageId)}"));
        Section("error messages cited", review.ErrorMessages.Select(one => $"{one.Role,-8} {Quotation.Short(one.Text, QuoteLength)}  {Source(one.Quote)}"));
        Behaviour(summary.Behaviour);
        Section("ideas for later", review.Proposals.Where(one => one.Scope == "future").Select(Proposal));
        Section("open questions", review.Questions.Where(one => one.AnsweredBy is null).Select(one => $"{one.Author}: \"{Quotation.Short(one.Quote.Quote, QuoteLength)}\"  {Source(one.Quote)}"));
        Section("references", summary.References.Select(Reference));
    }

    private string Proposal(TextProposal one) =>
        $"{one.Status,-10} {one.Kind}, {one.Author}{(one.Hedged ? ", hedged" : "")}: \"{Quotation.Short(one.Text, QuoteLength)}\"  {Source(one.Quote)}";

    private static string Reference(ResolvedReference one) =>
        $"{one.Hash}{(one.Subject is null ? "" : $" \"{one.Subject}\"")}: " + one.Resolved switch
        {
            null => "not looked up, no repository given",
            true => $"exists{(one.Subject is null ? "" : ", title right")}: {one.FullHash}",
            false => one.FullHash is null ? "not in the repository" : $"its title is \"{one.FoundSubject}\"",
        };

    private void Behaviour(BehaviourSummary behaviour)
    {
        Section($"before and after{(behaviour.Assumed ? " (assumed: no diff in this source)" : "")}, worst first", behaviour.Changes.Take(MaxBehaviour).Select(one =>
            $"$ {one.Command}\n      when {one.When}\n    - {Show(one.Before)}\n    + {Show(one.After)}" + (one.AlreadyPossibleWhen is { } already ? $"\n      already possible when {already}" : "")));
        if (behaviour.Changes.Count > MaxBehaviour)
        {
            text.Append(CultureInfo.InvariantCulture, $"  ... {behaviour.Changes.Count - MaxBehaviour} more, see --format json\n");
        }
    }

    private static string Show(Outcome outcome) =>
        (outcome.Message ?? outcome.Prints ?? $"({outcome.Result})").TrimEnd('\n').Replace("\n", "\n      ", StringComparison.Ordinal);

    private void Section(string title, IEnumerable<string> items)
    {
        var list = items.ToList();
        if (list.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(title).Append('\n');
        foreach (var item in list)
        {
            text.Append("  ").Append(item).Append('\n');
        }
    }

    private string Source(MailQuote quote) => $"{nameOfMail(quote.MessageId)}:{quote.FirstLine.ToString(CultureInfo.InvariantCulture)}";

    private static string Place(ReviewPlace place) => place is { Kind: "diff" or "message", File: { } file } ? $"  {file}:{place.Line?.ToString(CultureInfo.InvariantCulture)}" : "";

    private static string Dates(IReadOnlyList<MailMessage> messages)
    {
        var (first, last) = (messages.Min(message => message.Date), messages.Max(message => message.Date));
        return first is null ? "no dates" : Day(first.Value) == Day(last!.Value) ? Day(first.Value) : $"{Day(first.Value)} to {Day(last.Value)}";
    }

    private static string Day(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Count(int count, string noun) => $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : noun.EndsWith('h') ? "es" : "s")}";
}
