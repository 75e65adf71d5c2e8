using PatchScribe.Review;

namespace PatchScribe.Drafts;

/// <summary>What a request about a log asks for.</summary>
internal enum LogRequestKind
{
    /// <summary>Other or more words.</summary>
    Words,

    /// <summary>The reason for the change.</summary>
    Reason,

    /// <summary>Another subject.</summary>
    Subject,

    /// <summary>A Fixes trailer, or how far the change goes back.</summary>
    Fixes,
}

/// <summary>
/// One request about the log: the reviewer's telling words, the point that it is kept under, and the ids of all points
/// that ask the same (paragraphs of one remark).
/// </summary>
internal sealed record LogRequest(string Id, IReadOnlyList<string> Ids, LogRequestKind Kind, string Words, ReviewPoint Point);
