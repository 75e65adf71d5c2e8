namespace PatchScribe.Diagnostics;

public static partial class DiagnosticIds
{
    /// <summary>A message has no usable Message-ID; one was made from its content.</summary>
    public const string MailMessageIdMissing = "PSM001";

    /// <summary>A message is larger than the limit and was skipped.</summary>
    public const string MailTooLarge = "PSM002";

    /// <summary>A multipart has more leaves than the limit; the rest was left out.</summary>
    public const string MailTooManyParts = "PSM003";

    /// <summary>A message has no header field at all.</summary>
    public const string MailHeadersMissing = "PSM004";
}
