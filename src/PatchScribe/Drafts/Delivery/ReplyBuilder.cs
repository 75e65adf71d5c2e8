using System.Globalization;
using System.Text;
using PatchScribe.Drafts.LogText;
using PatchScribe.Mail;
using PatchScribe.Review;
using PatchScribe.Templating;
using PatchScribe.Threads;

namespace PatchScribe.Drafts.Delivery;

/// <summary>
/// Writes the mail that answers the reviewer who asked for another log: the request quoted, the proposed log in a fence, or
/// (questions) what the draft could not settle. Text only, UTF-8, not flowed; nothing is sent. Message-ID and Date are
/// left to the mailer.
/// </summary>
public sealed class ReplyBuilder(TemplateSet templates)
{
    /// <summary>The mail (RFC 5322, LF line ends) that proposes the draft, or with <paramref name="questions"/> asks the thread.</summary>
    public string Build(CommitLogDraft draft, Discussion discussion, DiscussionReview review, bool questions)
    {
        var answered = Answered(draft, discussion, review);
        var author = Author(draft, discussion);
        var mail = new StringBuilder();
        MailText.Addresses(mail, "From", author is null ? [] : [author]);
        MailText.Addresses(mail, "To", answered.Author.Email.Length > 0 ? [answered.Author] : []);
        MailText.Addresses(mail, "Cc", Others(answered, author));
        MailText.Field(mail, "Subject", answered.Subject.Length == 0 ? "Re: " + draft.Subject : answered.Subject.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) ? answered.Subject : "Re: " + answered.Subject);
        if (!answered.Synthetic)
        {
            MailText.MessageIds(mail, "In-Reply-To", [answered.MessageId]);
            MailText.MessageIds(mail, "References", answered.References.Append(answered.MessageId).Distinct(StringComparer.Ordinal));
        }

        mail.Append("MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n");
        return mail.Append(templates.Render(TemplateSet.Reply, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["date"] = answered.Date?.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
            ["name"] = answered.Author.Email.Length == 0 ? null : answered.Author.Name.Length > 0 ? answered.Author.Name : answered.Author.Email,
            ["request"] = Request(draft, answered, review),
            ["log"] = questions ? null : draft.Text.TrimEnd('\n').Split('\n'),
            ["fence"] = draft.Text.Contains("```", StringComparison.Ordinal) ? "~~~~" : "```",
            ["questions"] = questions ? Questions(draft) : null,
        }).TrimStart('\n')).Append('\n').ToString();
    }

    /// <summary>The newest mail that asks about this log; else the newest of the discussion that its author did not write.</summary>
    private static MailMessage Answered(CommitLogDraft draft, Discussion discussion, DiscussionReview review)
    {
        var asked = draft.Requests.Select(quote => quote.MessageId).Concat(draft.OpenPoints.Select(point => point.MessageId)).ToHashSet(StringComparer.Ordinal);
        var author = Author(draft, discussion)?.Email;
        return discussion.Messages.LastOrDefault(message => asked.Contains(message.MessageId))
            ?? discussion.Messages.LastOrDefault(message => message.Author.Email != author && review.Remarks.Any(remark => remark.Quote.MessageId == message.MessageId))
            ?? discussion.Messages[^1];
    }

    private static MailAddress? Author(CommitLogDraft draft, Discussion discussion) =>
        discussion.Series.SelectMany(series => series.Patches).FirstOrDefault(patch => patch.Message?.MessageId == draft.MessageId)?.Message?.From
        ?? (discussion.Series.Count > 0 ? discussion.Series[^1].Author : null);

    private static List<MailAddress> Others(MailMessage answered, MailAddress? author) =>
    [
        .. answered.To.Concat(answered.Cc).Where(address => !address.Email.Equals(author?.Email, StringComparison.OrdinalIgnoreCase)
            && !address.Email.Equals(answered.Author.Email, StringComparison.OrdinalIgnoreCase)).DistinctBy(address => address.Email, StringComparer.OrdinalIgnoreCase),
    ];

    private static string[] Request(CommitLogDraft draft, MailMessage answered, DiscussionReview review)
    {
        var lines = answered.Body.Split('\n');
        var quotes = draft.Requests.Where(quote => quote.MessageId == answered.MessageId)
            .Concat(review.Points.Where(point => draft.OpenPoints.Any(open => open.Id == point.Id) && point.Quote.MessageId == answered.MessageId).Select(point => point.Quote))
            .DistinctBy(quote => quote.FirstLine).OrderBy(quote => quote.FirstLine);
        return [.. quotes.SelectMany((quote, i) => lines.Skip(quote.FirstLine - 1).Take(quote.LastLine - quote.FirstLine + 1).Prepend("").Skip(i > 0 ? 0 : 1))];
    }

    private static string[] Questions(CommitLogDraft draft) =>
    [
        .. draft.Contradictions.SelectMany((one, i) => new[]
        {
            $"- The log says that this is printed:", "", $"    {one.Claim}", "", $"  The model {one.Model} ({string.Join(", ", one.Rules)}) says otherwise:", "",
        }.Concat(one.ModelSays.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "" : "    " + line)).Concat(["", "  Which of the two is right?", ""])),
        .. draft.OpenPoints.SelectMany(one => LogWrapper.Wrap($"- \"{one.Quote}\": {one.Why}. What should the log say?", 72).Append("")),
    ];
}
