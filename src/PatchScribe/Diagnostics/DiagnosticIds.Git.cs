namespace PatchScribe.Diagnostics;

public static partial class DiagnosticIds
{
    /// <summary>A blob that a change names is not in the repository (a partial clone, a shallow history).</summary>
    public const string BlobMissing = "PSG001";

    /// <summary>The diff of a commit is larger than is kept; the commit was left out of a scan.</summary>
    public const string DiffTooLarge = "PSG002";
}
