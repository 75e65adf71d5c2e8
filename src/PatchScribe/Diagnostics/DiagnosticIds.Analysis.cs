namespace PatchScribe.Diagnostics;

public static partial class DiagnosticIds
{
    /// <summary>A change was looked at without the files it changes: conditions and names are known inside its hunks alone.</summary>
    public const string HunksOnly = "PSA001";
}
