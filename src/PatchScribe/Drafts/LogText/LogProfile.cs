using PatchScribe.Diagnostics;

namespace PatchScribe.Drafts.LogText;

/// <summary>
/// The form of a project's commit logs: wrap width and the widest line left alone (columns), whether verbatim blocks
/// are fenced instead of indented, how many characters of a commit id are written and at least accepted, and how a commit is named. Sources: QEMU docs/devel/submitting-a-patch, Linux
/// Documentation/process/submitting-patches, git Documentation/SubmittingPatches.
/// </summary>
public sealed record LogProfile(string Name, int WrapWidth, int MaxWidth, bool FencedVerbatim, int HashLength, int MinHashLength)
{
    /// <summary>The longest subject, in columns: submitting-patches says 70 to 75, QEMU's check takes 76, git's own logs stay below 72.</summary>
    public int SubjectWidth => Name switch { "linux" => 75, "git" => 72, _ => MaxWidth };

    /// <summary>True when subjects begin with the part of the tree ("hw/vfio: ...").</summary>
    public bool Prefixed => Name != "plain";

    private static readonly LogProfile[] All =
    [
        new("qemu", 72, 76, FencedVerbatim: false, HashLength: 12, MinHashLength: 10),
        new("linux", 72, 75, FencedVerbatim: false, HashLength: 12, MinHashLength: 12),
        new("git", 72, 76, FencedVerbatim: false, HashLength: 10, MinHashLength: 7),
        new("plain", 72, 76, FencedVerbatim: true, HashLength: 12, MinHashLength: 7),
    ];

    /// <summary>Names that <see cref="Named"/> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(profile => profile.Name)];

    /// <summary>The profile of that name; an unknown name is an <see cref="InputException"/>.</summary>
    public static LogProfile Named(string name) =>
        Array.Find(All, profile => profile.Name == name)
        ?? throw new InputException($"unknown profile '{name}'", $"use one of: {string.Join(", ", Names)}");

    /// <summary>
    /// The trailer that names the mail a commit was applied from: a link to its archive (Linux maintainer documentation, git's list on
    /// lore), else the Message-ID as QEMU's maintainers keep it.
    /// </summary>
    public string Link(string messageId) => Name switch
    {
        "linux" => $"Link: https://lore.kernel.org/r/{Uri.EscapeDataString(messageId).Replace("%40", "@", StringComparison.Ordinal)}",
        "git" => $"Link: https://lore.kernel.org/git/{Uri.EscapeDataString(messageId).Replace("%40", "@", StringComparison.Ordinal)}/",
        _ => $"Message-ID: <{messageId}>",
    };

    /// <summary>How this project names a commit in prose: git's documentation abbreviates, the others write it out.</summary>
    public string Reference(string fullHash, string subject) => Name == "git"
        ? $"{fullHash[..Math.Min(fullHash.Length, HashLength)]} ({subject})"
        : $"commit {fullHash[..Math.Min(fullHash.Length, HashLength)]} (\"{subject}\")";
}
