using PatchScribe.UserMessages;

namespace PatchScribe.Analysis.Scanning;

/// <summary>What a scan of a history looks at.</summary>
public sealed record ScanOptions
{
    /// <summary>A..B, or a revision: everything that it reaches.</summary>
    public string Range { get; init; } = "HEAD";

    /// <summary>Only what is about one of these symbols (CONFIG_X); empty: everything.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>Languages looked at: c, kconfig, meson, makefile, qapi; empty: all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>What counts as a message.</summary>
    public MessageCalls Calls { get; init; } = MessageCalls.Known;

    /// <summary>Commits worked on at the same time; each worker runs a git for diffs, two workers one for file versions.</summary>
    public int Workers { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 8);

    /// <summary>Commits that a worker takes at a time; null: so many that each takes some batches and git meets the same files in one of them.</summary>
    internal int? BatchSize { get; init; }

    /// <summary>Batches that are worked on or wait for an earlier one.</summary>
    internal int MaxWaiting { get; init; } = 64;
}
