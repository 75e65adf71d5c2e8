namespace PatchScribe.Diagnostics;

public static partial class DiagnosticIds
{
    /// <summary>A message has no usable Message-ID; one was made from its content.</summary>
    public const string MailMessageIdMissing = "PSM001";

    /// <summary>A message is larger than the limit and was skipped.</summary>
    public const string MailTooLarge = "PSM002";

    /// <summary>A multipart has more leaves than the limit; the rest was left out.</summary>
    public const string MailTooManyParts = "PSM003";

    /// <summary>A message has no header field at all; its bytes are kept as its body.</summary>
    public const string MailHeadersMissing = "PSM004";

    /// <summary>A message has more header fields than the limit; the rest was left out.</summary>
    public const string MailTooManyHeaders = "PSM005";

    /// <summary>A header field is longer than the limit and was cut.</summary>
    public const string MailHeaderTooLong = "PSM006";

    /// <summary>Parts nest deeper than the limit; the innermost was kept undecoded.</summary>
    public const string MailNestedTooDeep = "PSM007";

    /// <summary>The text of a message decodes to more than the limit; the rest was left out.</summary>
    public const string MailDecodedTooLarge = "PSM008";

    /// <summary>An HTML part is too large or too deep to be turned into text; it is shown as it is.</summary>
    public const string MailHtmlTooLarge = "PSM009";

    /// <summary>A gzip file is damaged or cut off; what came before the damage was read.</summary>
    public const string MailGzipDamaged = "PSM010";

    /// <summary>A gzip file gives more than the limit; reading stopped there.</summary>
    public const string MailGzipBomb = "PSM011";

    /// <summary>An item of a directory is no mail and was skipped.</summary>
    public const string MailNotMail = "PSM012";

    /// <summary>A file or folder could not be read and was skipped.</summary>
    public const string MailUnreadable = "PSM013";

    /// <summary>Folders nest deeper than the limit; the deepest were skipped.</summary>
    public const string MailFolderTooDeep = "PSM014";

    /// <summary>A public-inbox names a mail that its repository does not hold.</summary>
    public const string MailObjectMissing = "PSM015";
}
