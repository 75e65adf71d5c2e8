using System.CommandLine;

namespace PatchScribe.Cli.Commands.Models;

/// <summary>Arguments that several model commands have, spelt and described once.</summary>
internal static class ModelArguments
{
    public static Argument<string> Name() => new("NAME") { Description = "name of a model, or its file (a path, or ending in .yml)" };
}
