using PatchScribe.Diffs;
using PatchScribe.Mail;

namespace PatchScribe.Threads;

/// <summary>
/// A patch as mailed: number in its series (null for a single patch), title without brackets, the commit log (with
/// trailers, without the in-body headers), the text between <c>---</c> and the diff, and the diff itself.
/// Line numbers are 1-based in <see cref="MailMessage.Body"/>.
/// </summary>
public sealed record MailedPatch
{
    private IReadOnlyList<FileChange>? files;
    private string? patchId;
    private string? diff;

    /// <summary>The mail, or null when the patch is missing in the source.</summary>
    public MailMessage? Message { get; init; }

    /// <summary>Message-ID of the mail; of a missing patch when replies name it, else null.</summary>
    public string? MessageId { get => field ?? Message?.MessageId; init; }

    /// <summary>n of n/m, or null.</summary>
    public int? Index { get; init; }

    /// <summary>Subject without prefixes and brackets.</summary>
    public required string Title { get; init; }

    /// <summary>Author after in-body From and un-munging.</summary>
    public required MailAddress Author { get; init; }

    /// <summary>Body of the commit log, trailers included, no trailing blank line.</summary>
    public string Log { get; init; } = "";

    /// <summary>Line of the mail body at which the log starts, 1-based.</summary>
    public int LogLine { get; init; } = 1;

    /// <summary>What stands below <c>---</c> and above the diff (changelog, diffstat).</summary>
    public string Notes { get; init; } = "";

    /// <summary>Line of the mail body at which the diff starts, 1-based; 0 without a diff.</summary>
    public int DiffLine { get; init; }

    /// <summary>Text of the diff, empty without one.</summary>
    public string Diff { get => diff ??= DiffInBody.IsEmpty ? "" : $"{DiffInBody}\n"; init => diff = value; }

    /// <summary>Where the body holds the diff; it is cut out on first use only.</summary>
    internal (int Start, int Length) DiffAt { get; init; }

    private ReadOnlySpan<char> DiffInBody => Message is null ? [] : Message.Body.AsSpan(DiffAt.Start, DiffAt.Length).TrimEnd('\n');

    /// <summary>The diff read, on first use.</summary>
    public IReadOnlyList<FileChange> Files { get => files ??= Diff.Length > 0 ? DiffReader.Read(Diff).Files : []; init => files = value; }

    /// <summary>Stable patch-id (git-patch-id(1)) of the diff, or null without one; computed on first use.</summary>
    public string? PatchId { get => patchId ??= Diffs.PatchId.Stable(diff is null ? DiffInBody : diff); init => patchId = value; }

    /// <summary>True when the number is announced and no mail of the source fills it.</summary>
    public bool Missing { get; init; }
}
