namespace PatchScribe.Review;

/// <summary>
/// A mail and the 1-based lines of its body (inclusive) at which a quotation stands; the quotation itself, unwrapped.
/// </summary>
public sealed record MailQuote(string MessageId, string Quote, int FirstLine, int LastLine);

/// <summary>
/// What a remark stands under: log, subject, trailer, diff, message, remark or unknown; file and 1-based line for a
/// diff (line after, or before for a removed line); the quoted text itself. <see cref="PatchMessageId"/> is the patch.
/// </summary>
public sealed record ReviewPlace(string Kind, string? File, int? Line, string? Text, string? PatchMessageId = null);

/// <summary>
/// One thing a reviewer asks for or objects to. <see cref="Kind"/> is commit-message, subject, fixes-tag,
/// error-message, behaviour, code, question, nit-spelling, documentation or process; <see cref="Status"/> is addressed, touched,
/// unchanged, agreed, disputed, answered, unanswered or withdrawn.
/// </summary>
public sealed record ReviewPoint(
    string Id,
    string Author,
    string Kind,
    MailQuote Quote,
    ReviewPlace Place,
    string Status,
    IReadOnlyList<MailQuote> Evidence)
{
    /// <summary>
    /// When touched: what changed in the text that the remark stands under, words taken out as <c>[-words-]</c>, words put
    /// in as <c>{+words+}</c> (the form of git diff --word-diff); else null.
    /// </summary>
    public string? WordDiff { get; init; }
}

/// <summary>
/// A fact that somebody corrected: wrong to right. <see cref="AppliesTo"/> is log, subject, trailer, diff, message or
/// unknown; the correction may be a substitution (s/a/b/).
/// </summary>
public sealed record FactCorrection(string Author, string Wrong, string Right, string AppliesTo, MailQuote Quote);

/// <summary>A decision, a rejected alternative or a promise (<see cref="Kind"/>: decision, rejected-alternative, promise).</summary>
public sealed record ReviewDecision(string Author, string Kind, MailQuote Quote);

/// <summary>
/// A text that somebody proposes. <see cref="Kind"/>: commit-message, sentence, subject or error-message;
/// <see cref="Text"/> without fence or indent, line breaks as in the mail; <see cref="Scope"/>: this-change or future;
/// <see cref="Status"/>: proposed, agreed, superseded or rejected. <see cref="Hedged"/> when its writer doubts it.
/// <see cref="ByPatchAuthor"/> when the patch author wrote it. <see cref="Target"/> is the place it replaces.
/// </summary>
public sealed record TextProposal(
    string Author,
    string Kind,
    string Text,
    string Scope,
    string Status,
    MailQuote Quote,
    bool Hedged,
    bool ByPatchAuthor,
    ReviewPlace? Target)
{
    /// <summary>True for words in quotation marks inside a sentence; the quotation is then the whole text and its lines are the sentence's.</summary>
    public bool Inline { get; init; }
}

/// <summary>A question and the mail that answers it, or null.</summary>
public sealed record ReviewQuestion(string Author, MailQuote Quote, string? AnsweredBy);

/// <summary>An error text that somebody cites, joined again where mail wrapping broke it; <see cref="Role"/>: before, after, proposed or observed.</summary>
public sealed record CitedErrorMessage(string Text, string Role, MailQuote Quote);

/// <summary>A paragraph of own words, who wrote it, and what it stands under.</summary>
public sealed record ReviewRemark(string Author, bool ByPatchAuthor, MailQuote Quote, ReviewPlace Place);

/// <summary>Words by which somebody contradicts another person: whose, and in which mail those stand.</summary>
public sealed record ReviewDisagreement(string Author, MailQuote Quote, string With, string WithMessageId);

/// <summary>A commit that somebody names: hash as written, title if given; resolved by the lanes' meeting stages.</summary>
public sealed record CommitReference(string MessageId, string Hash, string? Subject, int Line);

/// <summary>What a discussion says about a change: the review stage's whole result, in order of mail and line.</summary>
public sealed record DiscussionReview
{
    /// <summary>What reviewers asked for.</summary>
    public required IReadOnlyList<ReviewPoint> Points { get; init; }

    /// <summary>Corrected facts.</summary>
    public required IReadOnlyList<FactCorrection> Corrections { get; init; }

    /// <summary>Decisions, rejected alternatives, promises.</summary>
    public required IReadOnlyList<ReviewDecision> Decisions { get; init; }

    /// <summary>Proposed texts.</summary>
    public required IReadOnlyList<TextProposal> Proposals { get; init; }

    /// <summary>Questions.</summary>
    public required IReadOnlyList<ReviewQuestion> Questions { get; init; }

    /// <summary>Cited error texts.</summary>
    public required IReadOnlyList<CitedErrorMessage> ErrorMessages { get; init; }

    /// <summary>Named commits.</summary>
    public required IReadOnlyList<CommitReference> CommitReferences { get; init; }

    /// <summary>Who contradicts whom.</summary>
    public IReadOnlyList<ReviewDisagreement> Disagreements { get; init; } = [];

    /// <summary>Every paragraph of somebody's own words and what it stands under, in order of mail and line.</summary>
    public IReadOnlyList<ReviewRemark> Remarks { get; init; } = [];
}
