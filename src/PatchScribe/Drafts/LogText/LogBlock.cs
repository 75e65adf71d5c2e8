using PatchScribe.Diagnostics;

namespace PatchScribe.Drafts.LogText;

/// <summary>What a block of a commit log is, which decides how it may be written.</summary>
internal enum LogBlockKind
{
    /// <summary>Prose: may be wrapped again when its words changed.</summary>
    Paragraph,

    /// <summary>Commands, output, code, tables: never wrapped.</summary>
    Verbatim,

    /// <summary>A <c>[?n ...]</c> that the author has to answer.</summary>
    Question,

    /// <summary>Two sides between conflict marks.</summary>
    Conflict,
}

/// <summary>
/// One block of a log between blank lines or fences: its lines without fence or indent, where each line comes from
/// (1-based line of the source, 0 when composed), and the evidence it rests on.
/// </summary>
internal sealed record LogBlock(
    LogBlockKind Kind,
    IReadOnlyList<string> Lines,
    int FirstLine,
    int LastLine,
    IReadOnlyList<Evidence> Evidence)
{
    /// <summary>True when words changed, so that a paragraph has to be wrapped again.</summary>
    public bool Changed { get; init; }

    /// <summary>True when no blank line stood between this block and the one before it.</summary>
    public bool Attached { get; init; }

    /// <summary>Id of the open point that a question asks, else null.</summary>
    public string? QuestionId { get; init; }

    /// <summary>The lines joined by blanks, as one reads a paragraph.</summary>
    public string Text => string.Join(' ', Lines.Select(line => line.Trim()));

    /// <summary>The block with other words, marked as changed if they differ.</summary>
    public LogBlock WithText(string text, IEnumerable<Evidence> because) =>
        text == Text ? this : this with { Lines = [text], Changed = true, Evidence = [.. Evidence, .. because] };
}

/// <summary>A commit log taken apart: subject, blocks of the body, trailer lines.</summary>
internal sealed record LogDocument(string Subject, Evidence? SubjectEvidence, IReadOnlyList<LogBlock> Blocks, IReadOnlyList<LogTrailer> Trailers)
{
    public static LogDocument Empty { get; } = new("", null, [], []);
}

/// <summary>A trailer line as written and what it rests on.</summary>
internal sealed record LogTrailer(string Text, IReadOnlyList<Evidence> Evidence);

/// <summary>
/// Where a log was read: kind mail, log (a commit) or author, the Message-ID or commit, and the line of the
/// source at which the text starts, 1-based.
/// </summary>
internal sealed record LogOrigin(string Kind, string? MessageId, string? File, int FirstLine)
{
    public Evidence EvidenceOf(string quote, int firstLine) =>
        new(Kind, quote, MessageId, File, FirstLine + firstLine - 1);
}
