namespace PatchScribe.Diagnostics;

public static partial class DiagnosticIds
{
    /// <summary>Two versions of a log or of a diff are longer than are compared piece by piece.</summary>
    public const string VersionsTooLong = "PSS001";

    /// <summary>Two versions have more patches than are handed to git-range-diff(1).</summary>
    public const string VersionsTooMany = "PSS002";
}
