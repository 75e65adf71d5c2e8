namespace PatchScribe.Diagnostics;

public static partial class DiagnosticIds
{
    /// <summary>A mail is too long for all of its words to be searchable.</summary>
    public const string ArchiveWordsLeftOut = "PSV001";

    /// <summary>A mail of the archive is not where it came from any more.</summary>
    public const string ArchiveMailGone = "PSV002";

    /// <summary>A source of the archive is not there, or holds other mails than the archive says.</summary>
    public const string ArchiveSourceDiffers = "PSV003";

    /// <summary>The archive file is damaged inside.</summary>
    public const string ArchiveDamaged = "PSV004";

    /// <summary>What a server sends is more than is taken.</summary>
    public const string ArchiveTooMuch = "PSV005";

    /// <summary>A query was answered by the newest mails that could be looked at.</summary>
    public const string ArchiveQueryCut = "PSV006";

    /// <summary>A server lists a mail and does not send it.</summary>
    public const string ArchiveMailNotSent = "PSV007";
}
