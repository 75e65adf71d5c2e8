using PatchScribe.Diagnostics;

namespace PatchScribe.Mail;

/// <summary>A mailbox of RFC 5322 section 3.4: display name (decoded, may be empty) and addr-spec (may be empty).</summary>
public sealed record MailAddress(string Name, string Email)
{
    /// <summary>The form <c>Name &lt;email&gt;</c> used in trailers.</summary>
    public override string ToString() =>
        Email.Length == 0 ? Name : Name.Length == 0 ? $"<{Email}>" : $"{Name} <{Email}>";
}

/// <summary>One header field: name as written, value unfolded and decoded (RFC 2047).</summary>
public sealed record MailHeader(string Name, string Value);

/// <summary>
/// One leaf of the MIME tree. <see cref="Bytes"/> is the decoded size; <see cref="Text"/> is the decoded text of
/// readable parts (text/*, patches sent as octet-stream), LF line ends, else null.
/// </summary>
public sealed record MailPart(string Type, string? Charset, string? FileName, long Bytes, string? Text)
{
    /// <summary>True when the part belongs to a message that this one forwards (message/rfc822).</summary>
    public bool Forwarded { get; init; }
}

/// <summary>
/// One decoded message. <see cref="Body"/> is the text of the first readable text part with LF line ends, never
/// unflowed. Dates are UTC. Message-IDs carry no angle brackets.
/// </summary>
public sealed record MailMessage
{
    /// <summary>Message-ID without angle brackets; made from the content when <see cref="Synthetic"/>.</summary>
    public required string MessageId { get; init; }

    /// <summary>True when the message had no usable Message-ID.</summary>
    public bool Synthetic { get; init; }

    /// <summary>The From header as sent.</summary>
    public required MailAddress From { get; init; }

    /// <summary>The person behind it: in-body From of a patch, or a DMARC-munged sender undone.</summary>
    public required MailAddress Author { get; init; }

    /// <summary>The To header.</summary>
    public IReadOnlyList<MailAddress> To { get; init; } = [];

    /// <summary>The Cc header.</summary>
    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    /// <summary>Unfolded, decoded subject, with its prefixes.</summary>
    public required string Subject { get; init; }

    /// <summary>When it was sent, UTC; the newest Received when Date is unusable; null when neither is.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>First Message-ID of In-Reply-To, or null.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>References, oldest first, without repeats.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Text of the first readable text part, LF line ends.</summary>
    public required string Body { get; init; }

    /// <summary>True when the body part is format=flowed (RFC 3676).</summary>
    public bool Flowed { get; init; }

    /// <summary>True when flowed with DelSp=yes.</summary>
    public bool DelSp { get; init; }

    /// <summary>
    /// True for text pasted from a web archive in which quote marks are lost: authors of lines are not known.
    /// </summary>
    public bool Pasted { get; init; }

    /// <summary>Leaves of the MIME tree in order.</summary>
    public IReadOnlyList<MailPart> Parts { get; init; } = [];

    /// <summary>All header fields in order, decoded.</summary>
    public IReadOnlyList<MailHeader> Headers { get; init; } = [];

    /// <summary>The first value of a header field, whatever the case of its name; null where there is none. The other fields stay undecoded.</summary>
    public string? HeaderNamed(string name) =>
        Headers is MailHeaderList raw ? raw.Named(name) : Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>Where it was read from (path or repository), for messages to the user.</summary>
    public string? Source { get; init; }

    /// <summary>Id of the blob in <see cref="Source"/> when that is a git repository (a public-inbox).</summary>
    public string? ObjectId { get; init; }

    /// <summary>1-based line of the source at which the message's first header stands, if known.</summary>
    public int? SourceLine { get; init; }

    /// <summary>1-based line of the source at which <see cref="Body"/> starts, if the body is the plain text found there.</summary>
    public int? BodyLine { get; init; }

    /// <summary>What was wrong with the message and how it was read all the same.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The bytes as they came, after removal of the mbox envelope and its quoting.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }
}
