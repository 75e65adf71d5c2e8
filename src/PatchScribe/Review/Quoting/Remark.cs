namespace PatchScribe.Review.Quoting;

/// <summary>
/// A paragraph of somebody's own words in a reply: who wrote it, whether that is the patch's author, its 1-based lines,
/// what it stands under, and which run of own lines it is part of (0-based, counted in the mail).
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
    public int FirstLine => Lines[0].Number;

    public int LastLine => Lines[^1].Number;

    /// <summary>The words on one line.</summary>
    public string Text => string.Join(' ', Lines.Select(line => line.Text.Trim()));

    public MailQuote Quote => new(MessageId, Text, FirstLine, LastLine);
}
