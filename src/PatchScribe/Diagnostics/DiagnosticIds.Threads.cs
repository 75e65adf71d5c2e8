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

    /// <summary>A patch answers more patches, one below the other, than are followed up to find its series.</summary>
    public const string AnswersNotFollowed = "PST005";

    /// <summary>Somebody sent more series at a time than are tried as the one that a patch belongs to.</summary>
    public const string SeriesNotTried = "PST006";

    /// <summary>So many series share a title, a patch or a thread that it links no versions.</summary>
    public const string SharedByTooMany = "PST007";

    /// <summary>Two versions have more unlike patches than are compared line by line.</summary>
    public const string PatchesNotCompared = "PST008";

    /// <summary>The sentence that leads to a tag is longer than is read for a condition.</summary>
    public const string SentenceTooLong = "PST009";
}
