using System.CommandLine;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe model</c>: behaviour models.</summary>
internal static class ModelCommand
{
    public static Command Create() => new("model", "List, show and use behaviour models.");
}
