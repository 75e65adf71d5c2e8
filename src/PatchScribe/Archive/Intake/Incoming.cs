using PatchScribe.Diagnostics;

namespace PatchScribe.Archive.Intake;

/// <summary>
/// One step through a source: a mail at a place, a place that holds none any more, something skipped, or only how far the
/// source is read. With <see cref="State"/> everything up to here need not be read again.
/// </summary>
internal readonly record struct Incoming(byte[] Locator, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The place held a mail and does not any more.</summary>
    public bool Removed { get; init; }

    /// <summary>A page of a web archive rather than a message.</summary>
    public bool Pasted { get; init; }

    /// <summary>How far the source is read once this step is stored.</summary>
    public string? State { get; init; }

    /// <summary>Why something of the source was left out.</summary>
    public Diagnostic? Skipped { get; init; }

    /// <summary>Only a state.</summary>
    public static Incoming Reached(string state) => new([], default) { State = state };
}
