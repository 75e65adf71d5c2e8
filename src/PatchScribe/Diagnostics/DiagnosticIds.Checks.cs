namespace PatchScribe.Diagnostics;

public static partial class DiagnosticIds
{
    /// <summary>A log is longer than is checked; what stands further down was left out.</summary>
    public const string LogTooLong = "PSK001";

    /// <summary>A log has more names that its change does not have than are looked up in the tree; the others were left out.</summary>
    public const string TooManyNames = "PSK002";
}
