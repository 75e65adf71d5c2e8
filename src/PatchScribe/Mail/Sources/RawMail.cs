using PatchScribe.Diagnostics;

namespace PatchScribe.Mail.Sources;

/// <summary>
/// The bytes of one message as a source holds them, without its envelope and quoting, or, with
/// <see cref="Skipped"/>, why something of the source was left out.
/// </summary>
internal readonly record struct RawMail(ReadOnlyMemory<byte> Bytes, string Source, int? Line)
{
    /// <summary>Id of the blob in a git repository.</summary>
    public string? ObjectId { get; init; }

    /// <summary>True for a page of a web archive rather than a message.</summary>
    public bool Pasted { get; init; }

    public Diagnostic? Skipped { get; init; }

    public static RawMail Skip(string id, string why, string source, int? line = null) =>
        new(default, source, line) { Skipped = new Diagnostic(id, Severity.Warning, why, source, line) };
}
