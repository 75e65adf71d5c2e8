using System.Text.Json.Nodes;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering;

/// <summary>What every report ends with: how many inputs were read and skipped, and what was said about them.</summary>
public sealed record ReadingCounts(int Read, int Skipped, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Nothing was read.</summary>
    public static ReadingCounts None { get; } = new(0, 0, []);

    internal JsonObject Counts => JsonText.Counts(Read, Skipped);
}
