using PatchScribe.Archive.Words;

namespace PatchScribe.Archive.Queries;

/// <summary>The search prefixes of public-inbox (its page <c>_/text/help/</c>) that the archive knows, each with the columns it looks into.</summary>
internal static class QueryPrefixes
{
    private static readonly WordColumn[] Body = [WordColumn.Own, WordColumn.Quoted, WordColumn.Diff, WordColumn.File, WordColumn.Hunk];

    private static readonly Dictionary<string, WordColumn[]> Columns = new(StringComparer.Ordinal)
    {
        ["s"] = [WordColumn.Subject],
        ["f"] = [WordColumn.Sender],
        ["b"] = Body,
        ["bs"] = [WordColumn.Subject, .. Body],
        ["nq"] = [WordColumn.Own],
        ["q"] = [WordColumn.Quoted],
        ["df"] = [WordColumn.Diff],
        ["dfn"] = [WordColumn.File],
        ["dfhh"] = [WordColumn.Hunk],
        ["dfpre"] = [WordColumn.BlobBefore],
        ["dfpost"] = [WordColumn.BlobAfter],
        ["dfblob"] = [WordColumn.BlobBefore, WordColumn.BlobAfter],
        ["patchid"] = [WordColumn.PatchId],
    };

    /// <summary>What stands for a Message-ID and for dates, which are no words.</summary>
    public const string MessageId = "m";

    public const string Date = "d";

    /// <summary>All prefixes, for messages to the user.</summary>
    public static IEnumerable<string> Names => Columns.Keys.Append(MessageId).Append(Date).Order(StringComparer.Ordinal);

    public static IReadOnlyList<WordColumn>? Find(string prefix) => Columns.GetValueOrDefault(prefix);

    /// <summary>True for a column whose words are object ids, given by their first digits.</summary>
    public static bool IsOfIds(IReadOnlyList<WordColumn> columns) => columns is [WordColumn.BlobBefore or WordColumn.BlobAfter or WordColumn.PatchId, ..];

    /// <summary>True for a column with whole paths and addresses beside their words.</summary>
    public static bool HoldsWholes(IReadOnlyList<WordColumn> columns) => columns is [WordColumn.File] or [WordColumn.Sender] || IsOfIds(columns);
}
