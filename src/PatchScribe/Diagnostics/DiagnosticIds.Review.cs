namespace PatchScribe.Diagnostics;

public static partial class DiagnosticIds
{
    /// <summary>A page has lost its quote marks: who says what is not known.</summary>
    public const string QuoteMarksLost = "PSR001";
}
