using PatchScribe.Mail;

namespace PatchScribe.Threads.Grouping;

/// <summary>A mail that carries a patch, a cover letter or a pull request, with its place: thread and node.</summary>
internal sealed class PatchMail(MailMessage message, PatchSubject subject, int thread, int node, int diffAt, PatchMail? above)
{
    public MailMessage Message { get; } = message;

    public PatchSubject Subject { get; } = subject;

    public int Thread { get; } = thread;

    public int Node { get; } = node;

    /// <summary>Where the body's diff starts; -1 when the body has none.</summary>
    public int DiffAt { get; } = diffAt;

    /// <summary>The body or an attachment has a diff.</summary>
    public bool HasDiff { get; } = diffAt >= 0 || MailedPatchReader.Attached(message).Length > 0;

    /// <summary>The nearest patch mail that this one answers, over replies in between; null when there is none.</summary>
    public PatchMail? Above { get; } = above;

    /// <summary>Address of who sent it, in lower case; behind a list that rewrites senders, of the author.</summary>
    public string Sender { get; } = SenderOf(message).Email.ToLowerInvariant();

    /// <summary>Total of n/m; 0 for a mail without a number.</summary>
    public int Total => Subject.Total ?? 0;

    /// <summary>A cover letter by its number, or a pull request without a diff.</summary>
    public bool IsCover => Subject.Index == 0 || (Subject.IsPull && Subject.Index is null && !HasDiff);

    /// <summary>Patches of different kinds never join.</summary>
    public string Kind { get; } = subject.IsPull ? "pull-request" : IsReviewOfStable(message, subject) ? "stable-review" : "patches";

    /// <summary>From, by the name that the sender gives in the body; the author where a list rewrote From.</summary>
    public static MailAddress SenderOf(MailMessage message) =>
        message.From.Email.Length == 0 || message.Author.Email.Equals(message.From.Email, StringComparison.OrdinalIgnoreCase) || message.From.Name.Contains(" via ", StringComparison.OrdinalIgnoreCase) ? message.Author : message.From;

    /// <summary>Patches that stable maintainers post for a last look: their header says so, AUTOSEL, quilt (which they send whole releases with), or an -rc review cover.</summary>
    private static bool IsReviewOfStable(MailMessage message, PatchSubject subject) =>
        subject.Tags.Contains("AUTOSEL", StringComparer.OrdinalIgnoreCase)
        || message.HeaderNamed("X-stable")?.Trim() == "review"
        || (subject.Target is not null && message.HeaderNamed("User-Agent")?.StartsWith("quilt/", StringComparison.OrdinalIgnoreCase) == true)
        || (subject.Index == 0 && subject.Title.EndsWith("review", StringComparison.Ordinal) && subject.Title.Contains("-rc", StringComparison.Ordinal) && char.IsAsciiDigit(subject.Title[0]));
}
