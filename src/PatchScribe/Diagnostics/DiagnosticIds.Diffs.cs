namespace PatchScribe.Diagnostics;

public static partial class DiagnosticIds
{
    /// <summary>A hunk holds fewer or more lines than its header says.</summary>
    public const string HunkLengthMismatch = "PSD001";

    /// <summary>A diff has more lines than are read.</summary>
    public const string DiffTooLong = "PSD002";
}
