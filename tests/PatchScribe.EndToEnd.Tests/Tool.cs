using System.Diagnostics;
using System.Text;

namespace PatchScribe.EndToEnd.Tests;

/// <summary>What a program wrote and how it ended.</summary>
internal sealed record ToolRun(string Output, string Errors, int Exit);

/// <summary>Starts the tool, or another program, as a user does.</summary>
internal static class Tool
{
    private const int TimeoutMilliseconds = 60_000;

    /// <summary>What starts the tool: the published program that PATCHSCRIBE_PROGRAM names (test.sh does), else the built assembly.</summary>
    public static IReadOnlyList<string> Command { get; } = Environment.GetEnvironmentVariable("PATCHSCRIBE_PROGRAM") is { Length: > 0 } program
        ? [program]
        : ["dotnet", Path.Combine(AppContext.BaseDirectory, "patchscribe.dll")];

    /// <summary>The same as words of a shell command.</summary>
    public static string ShellCommand { get; } = string.Join(' ', Command.Select(word => $"'{word}'"));

    /// <summary>Runs <c>patchscribe</c> with the arguments.</summary>
    public static ToolRun Run(string directory, IEnumerable<string> arguments, string? input = null) =>
        Start(Command[0], directory, [.. Command.Skip(1), .. arguments], input);

    /// <summary>Runs a program; its standard input is empty unless given.</summary>
    public static ToolRun Start(string program, string directory, IEnumerable<string> arguments, string? input = null)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(input ?? "");
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeoutMilliseconds))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end");
        }

        process.WaitForExit();
        return new ToolRun(output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult(), process.ExitCode);
    }
}
