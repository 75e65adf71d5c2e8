using System.CommandLine;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe summary</c>: what was asked, proposed, and is still open.</summary>
internal static class SummaryCommand
{
    public static Command Create() => new("summary", "Show what a review thread asked for, and what is done.");
}
