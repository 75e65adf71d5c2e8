using PatchScribe.Review.Places;
using PatchScribe.Review.Quoting;

namespace PatchScribe.Review.Remarks;

/// <summary>
/// A paragraph of somebody's own words in a reply: who wrote it, whether that is the patch's author, its lines, what it
/// stands under, and which run of own lines it is part of (0-based, counted in the mail).
/// </summary>
internal sealed record Remark(
    string MessageId,
    string Author,
    bool ByPatchAuthor,
    bool Pasted,
    IReadOnlyList<ReplyLine> Lines,
    ReviewPlace Place,
    int Run)
{
    /// <summary>The line of another mail that it stands under; null under nothing or under lines that no mail of the source holds.</summary>
    public SourceLine? Under { get; init; }

    /// <summary>The place in the patch that the talk hangs under: its own, or that of the remark it answers.</summary>
    public ReviewPlace Topic { get; init; } = Place;

    /// <summary>The next quoted line below it belongs to the trailers too: it stands inside of them.</summary>
    public bool InsideTrailers { get; init; }

    /// <summary>Sent by a program.</summary>
    public bool ByRobot { get; init; }

    public int FirstLine => Lines[0].Number;

    public int LastLine => Lines[^1].Number;

    /// <summary>The words on one line.</summary>
    public string Text { get; } = ReplyLine.Join(Lines);

    public MailQuote Quote => new(MessageId, Text, FirstLine, LastLine);
}
