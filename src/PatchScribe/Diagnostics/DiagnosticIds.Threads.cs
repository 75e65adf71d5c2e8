namespace PatchScribe.Diagnostics;

public static partial class DiagnosticIds
{
    /// <summary>A Message-ID was met twice with different content; the later one is kept under an id of its own.</summary>
    public const string RepeatedMessageId = "PST001";
}
