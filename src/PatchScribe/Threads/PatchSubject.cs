namespace PatchScribe.Threads;

/// <summary>What a piece of a subject is.</summary>
public enum SubjectPartKind
{
    /// <summary>Re:, AW:, 回复: and the like.</summary>
    ReplyPrefix,

    /// <summary>A word in a leading bracket.</summary>
    Word,

    /// <summary>A version, in a bracket or behind the title, without the v.</summary>
    Version,

    /// <summary>n/m or "n of m" in a bracket.</summary>
    Number,

    /// <summary>What is left.</summary>
    Title,
}

/// <summary>A piece of a subject: 0-based start and length in the subject as given. A word may hold a version or a number.</summary>
public sealed record SubjectPart(SubjectPartKind Kind, int Start, int Length);

/// <summary>
/// A subject taken apart: whether it answers, the words of its leading brackets, version (null: not stated), number and
/// total (null: not stated), and the title that is left; <see cref="Parts"/> says where each stands.
/// </summary>
public sealed record PatchSubject(bool IsReply, IReadOnlyList<string> Tags, decimal? Version, int? Index, int? Total, string Title)
{
    /// <summary>The pieces in the order of the subject.</summary>
    public IReadOnlyList<SubjectPart> Parts { get; init; } = [];

    /// <summary>True when the brackets say PATCH, or number it.</summary>
    public bool IsPatch => Has("PATCH") || Total is not null;

    /// <summary>True for [PULL ...] and GIT PULL.</summary>
    public bool IsPull => Tags.Any(IsPullWord) || Title.StartsWith("GIT PULL", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a request for comments.</summary>
    public bool IsRfc => Has("RFC");

    /// <summary>True when the brackets say that it was sent before.</summary>
    public bool IsResend => Has("RESEND") || Has("REPOST") || Has("RE-SEND");

    /// <summary>The release that the brackets say it is for (5.10, 6.18, 4.19.y), as stable trees name them; or null.</summary>
    public string? Target => Tags.FirstOrDefault(IsRelease) is { } tag && (tag[0] != 'v' || Tags.Any(IsStableWord)) ? tag.TrimStart('v') : null;

    private static bool IsStableWord(string tag) => tag.Contains("stable", StringComparison.OrdinalIgnoreCase) || tag.Equals("AUTOSEL", StringComparison.OrdinalIgnoreCase) || tag.Equals("backport", StringComparison.OrdinalIgnoreCase);

    /// <summary>Digits, a point, digits, and no more than .y or a third number behind.</summary>
    private static bool IsRelease(string tag)
    {
        var parts = tag.TrimStart('v').Split('.');
        return parts.Length is 2 or 3 && parts[0].Length is 1 or 2 && parts[0].All(char.IsAsciiDigit) && parts[1].Length is 1 or 2 && parts[1].All(char.IsAsciiDigit);
    }

    private bool Has(string word) => Tags.Any(tag => tag.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsPullWord(string tag) =>
        tag.Equals("PULL", StringComparison.OrdinalIgnoreCase) || tag.Equals("GITPULL", StringComparison.OrdinalIgnoreCase)
        || tag.StartsWith("PULL-", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("GIT-PULL", StringComparison.OrdinalIgnoreCase);
}
