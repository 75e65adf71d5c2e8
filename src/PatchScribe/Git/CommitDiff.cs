namespace PatchScribe.Git;

/// <summary>One commit of a history with its diff as git printed it (UTF-8 or whatever the files hold); valid until the next one is read.</summary>
internal readonly ref struct CommitDiff(string id, string subject, ReadOnlySpan<byte> diff, bool cut)
{
    public string Id { get; } = id;

    public string Subject { get; } = subject;

    public ReadOnlySpan<byte> Diff { get; } = diff;

    /// <summary>True when the diff was longer than is kept.</summary>
    public bool Cut { get; } = cut;
}
