using System.CommandLine;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe check</c>: whether a log documents its change.</summary>
internal static class CheckCommand
{
    public static Command Create() => new("check", "Check that commit logs document what their change does.");
}
