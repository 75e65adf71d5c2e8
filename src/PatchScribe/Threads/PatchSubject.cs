namespace PatchScribe.Threads;

/// <summary>
/// A subject taken apart: whether it answers, the words of its leading brackets, version (null: not stated), number and
/// total (null: not stated), and the title that is left.
/// </summary>
public sealed record PatchSubject(bool IsReply, IReadOnlyList<string> Tags, decimal? Version, int? Index, int? Total, string Title)
{
    /// <summary>True when the brackets say PATCH, or number it.</summary>
    public bool IsPatch => Tags.Any(tag => tag.Contains("PATCH", StringComparison.OrdinalIgnoreCase)) || Total is not null;

    /// <summary>True for [PULL ...] and GIT PULL.</summary>
    public bool IsPull => Tags.Any(tag => tag.Contains("PULL", StringComparison.OrdinalIgnoreCase)) || Title.StartsWith("GIT PULL", StringComparison.OrdinalIgnoreCase);
}
