namespace PatchScribe.Archive.Remote;

/// <summary>
/// What a server may cost. Every command has a budget of bytes and of time for all that comes until it is done; that bounds
/// lines, literals and the number of responses alike.
/// </summary>
internal sealed record ImapLimits
{
    /// <summary>Bytes for the answer of a command that names no mail; a list of ten million ids fits.</summary>
    public long AnswerBytes { get; init; } = 64L << 20;

    /// <summary>Mails whose sizes are asked for at once.</summary>
    public int SizesAtOnce { get; init; } = 1000;

    /// <summary>Bytes of mail that are fetched by one command; a larger mail comes alone.</summary>
    public long BatchBytes { get; init; } = 4L << 20;

    /// <summary>Time without a byte, and time for a command beside that for its bytes.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The slowest line that mail is still read over, in bytes a second.</summary>
    public long BytesPerSecond { get; init; } = 8 << 10;

    /// <summary>Bytes for fetching mails of a size: servers that convert line ends or headers are wrong about it.</summary>
    public static long BytesFor(long mails, int count) => (2 * mails) + (count * 1024L) + (64 << 10);
}
