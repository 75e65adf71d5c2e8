namespace PatchScribe.Archive.Words;

/// <summary>Takes the words of a mail in the order in which they stand, column by column in any order.</summary>
internal interface IWordSink
{
    /// <summary>All words of a stretch of text.</summary>
    void AddText(WordColumn column, ReadOnlySpan<char> text);

    /// <summary>One word that is not taken apart: a file name, an id.</summary>
    void AddWhole(WordColumn column, ReadOnlySpan<char> word);
}
