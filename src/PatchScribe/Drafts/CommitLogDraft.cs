using PatchScribe.Diagnostics;
using PatchScribe.Drafts.Delivery;
using PatchScribe.Review;

namespace PatchScribe.Drafts;

/// <summary>One block of a draft (paragraph, verbatim block, question or conflict) as printed, and what it rests on.</summary>
public sealed record DraftParagraph(string Text, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The sentences, each on one line with its own sources, where they differ; else empty.</summary>
    public IReadOnlyList<DraftSentence> Sentences { get; init; } = [];
}

/// <summary>A sentence of a paragraph and those of the paragraph's sources that it rests on.</summary>
public sealed record DraftSentence(string Text, IReadOnlyList<Evidence> Evidence);

/// <summary>A fact put right in the text: what was written, what is right, why, and whether the draft carries it.</summary>
public sealed record DraftCorrection(string From, string To, bool Applied, string Because, IReadOnlyList<Evidence> Evidence);

/// <summary>What was asked for and no source answers: a stable id, the mail, the reviewer's words, and why it stays open.</summary>
public sealed record DraftOpenPoint(string Id, string MessageId, string Quote, string Why);

/// <summary>
/// A claim about what a command prints that the model refutes in every environment consistent with it.
/// <see cref="Assumed"/>: before and after are a transition the model declares, since there is no diff.
/// </summary>
public sealed record DraftContradiction(
    string Claim,
    IReadOnlyList<Evidence> Evidence,
    string ModelSays,
    string Model,
    IReadOnlyList<string> Rules,
    bool Assumed);

/// <summary>A revised commit log for one patch or cover letter, every paragraph with its sources.</summary>
public sealed record CommitLogDraft
{
    /// <summary>The mail it revises, or null.</summary>
    public string? MessageId { get; init; }

    /// <summary>The commit it revises, full id, or null.</summary>
    public string? Commit { get; init; }

    /// <summary>patch or cover.</summary>
    public required string Kind { get; init; }

    /// <summary>Subject line.</summary>
    public required string Subject { get; init; }

    /// <summary>Body without subject and trailers.</summary>
    public required string Body { get; init; }

    /// <summary>Trailer lines in order.</summary>
    public required IReadOnlyList<string> Trailers { get; init; }

    /// <summary>The whole log, ending with a newline: subject, body, trailers.</summary>
    public required string Text { get; init; }

    /// <summary>The log as it was, in the same form, or empty.</summary>
    public required string PresentText { get; init; }

    /// <summary>Subject, blocks of the body and trailers with their sources, in order.</summary>
    public required IReadOnlyList<DraftParagraph> Paragraphs { get; init; }

    /// <summary>Facts put right.</summary>
    public required IReadOnlyList<DraftCorrection> Corrections { get; init; }

    /// <summary>Questions to the author.</summary>
    public required IReadOnlyList<DraftOpenPoint> OpenPoints { get; init; }

    /// <summary>Claims that the model refutes.</summary>
    public required IReadOnlyList<DraftContradiction> Contradictions { get; init; }

    /// <summary>Things worth saying that nobody asked to have in the log, worst first.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>True when the draft only adds trailers to the present log.</summary>
    public bool OnlyGainsTags { get; init; }

    /// <summary>What the draft changed because somebody asked, for a changelog.</summary>
    public IReadOnlyList<ChangeLogEntry> Changes { get; init; } = [];

    /// <summary>The requests that speak of this log, met or not.</summary>
    public IReadOnlyList<MailQuote> Requests { get; init; } = [];

    /// <summary>Ids that an answer may be given for: open points, and points that an answer has closed.</summary>
    public IReadOnlyList<string> AnswerableIds { get; init; } = [];

    /// <summary>True while a conflict or a question is left in <see cref="Text"/>.</summary>
    public bool Unsettled => OpenPoints.Count > 0 || Contradictions.Count > 0;
}
