using PatchScribe.Mail;

namespace PatchScribe.Threads.Grouping;

/// <summary>A mail that carries a patch, a cover letter or a pull request, with its place: thread and node.</summary>
internal sealed record PatchMail(MailMessage Message, PatchSubject Subject, int Thread, int Node, bool HasDiff)
{
    /// <summary>Address of who sent it, in lower case; behind a list that rewrites senders, of the author.</summary>
    public string Sender { get; } = SenderOf(Message).Email.ToLowerInvariant();

    /// <summary>Total of n/m; 0 for a mail without a number.</summary>
    public int Total => Subject.Total ?? 0;

    /// <summary>A cover letter by its number, or a pull request without a diff.</summary>
    public bool IsCover => Subject.Index == 0 || (Subject.IsPull && Subject.Index is null && !HasDiff);

    public bool IsStableReview { get; } = IsReviewOfStable(Message, Subject);

    /// <summary>Patches of different kinds never join.</summary>
    public string Kind => Subject.IsPull ? "pull-request" : IsStableReview ? "stable-review" : "patches";

    /// <summary>From, by the name that the sender gives in the body; the author where a list rewrote From.</summary>
    public static MailAddress SenderOf(MailMessage message) =>
        message.From.Email.Length == 0 || message.Author.Email.Equals(message.From.Email, StringComparison.OrdinalIgnoreCase) || message.From.Name.Contains(" via ", StringComparison.OrdinalIgnoreCase) ? message.Author : message.From;

    /// <summary>Patches that stable maintainers post for a last look: their header says so, or AUTOSEL, or an -rc review cover.</summary>
    private static bool IsReviewOfStable(MailMessage message, PatchSubject subject) =>
        subject.Tags.Contains("AUTOSEL", StringComparer.OrdinalIgnoreCase)
        || message.Headers.Any(header => header.Name.Length == 8 && header.Name.Equals("X-stable", StringComparison.OrdinalIgnoreCase) && header.Value.Trim() == "review")
        || (subject.Index == 0 && subject.Title.EndsWith("review", StringComparison.Ordinal) && subject.Title.Contains("-rc", StringComparison.Ordinal) && char.IsAsciiDigit(subject.Title[0]));
}
