namespace PatchScribe.Diagnostics;

public static partial class DiagnosticIds
{
    /// <summary>A Message-ID was met twice with different content; the later one is kept under an id of its own.</summary>
    public const string RepeatedMessageId = "PST001";

    /// <summary>A higher version is older than the one it replaces; the number decides.</summary>
    public const string VersionOrderAgainstDates = "PST002";

    /// <summary>A series announces more patches than are listed; the rest is counted only.</summary>
    public const string SeriesTooLong = "PST003";

    /// <summary>A reply holds more lines in the form of trailers than are read; it gives no tag.</summary>
    public const string TooManyTags = "PST004";
}
