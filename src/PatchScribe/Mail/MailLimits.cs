namespace PatchScribe.Mail;

/// <summary>
/// How much of one source or message is read. Each limit has a diagnostic of its own; what lies beyond it is left out
/// and said, and the mails around it are read as ever.
/// </summary>
public static class MailLimits
{
    /// <summary>The largest message that is decoded, in bytes; a larger one is skipped.</summary>
    public const int MessageBytes = 64 * 1024 * 1024;

    /// <summary>How many header fields of one message or part are looked at.</summary>
    public const int HeaderFields = 10_000;

    /// <summary>The longest header field, in bytes; a longer one is cut.</summary>
    public const int HeaderFieldBytes = 256 * 1024;

    /// <summary>How many parts of one message are looked at, containers included.</summary>
    public const int Parts = 1000;

    /// <summary>How deep multiparts and forwarded messages may nest.</summary>
    public const int NestingDepth = 32;

    /// <summary>How many bytes of text the parts of one message may decode to.</summary>
    public const int DecodedBytes = 64 * 1024 * 1024;

    /// <summary>The largest HTML part that is turned into text, in bytes.</summary>
    public const int HtmlBytes = 2 * 1024 * 1024;

    /// <summary>How deep HTML elements may nest to be turned into text.</summary>
    public const int HtmlDepth = 256;

    /// <summary>How often larger than its compressed form a gzip file may be, past the first <see cref="GzipFreeBytes"/>.</summary>
    public const int GzipRatio = 100;

    /// <summary>How many bytes a gzip file may always give.</summary>
    public const long GzipFreeBytes = 64 * 1024 * 1024;

    /// <summary>The deepest folder of a directory tree that is looked into.</summary>
    public const int FolderDepth = 64;
}
