using System.Diagnostics;
using System.Text;

namespace PatchScribe.EndToEnd.Tests;

/// <summary>What a program wrote and how it ended.</summary>
internal sealed record ToolRun(string Output, string Errors, int Exit);

/// <summary>Starts the built tool, or another program, as a user does.</summary>
internal static class Tool
{
    private const int TimeoutMilliseconds = 60_000;

    /// <summary>Runs <c>patchscribe</c> with the arguments.</summary>
    public static ToolRun Run(string directory, IEnumerable<string> arguments, string? input = null) =>
        Start("dotnet", directory, [Path.Combine(AppContext.BaseDirectory, "patchscribe.dll"), .. arguments], input);

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
